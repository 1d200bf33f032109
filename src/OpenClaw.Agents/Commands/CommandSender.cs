namespace OpenClaw.Agents.Commands;

/// <summary>Who wrote a message, as far as commands care.</summary>
/// <param name="IsAuthorised">True when commands of this sender work at all (spec 08 §19).</param>
/// <param name="IsOwner">True for an admin client, or a sender named in an allow list; a wildcard names nobody.</param>
/// <param name="Id">Client id, phone number, user id.</param>
/// <param name="Name">What people call them.</param>
/// <param name="AllowEntry">The allow-list entry that let them in; null when none was needed.</param>
public sealed record CommandSender(bool IsAuthorised, bool IsOwner = false, string? Id = null, string? Name = null, string? AllowEntry = null);
