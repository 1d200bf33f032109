namespace OpenClaw.Channels.Inbound;

/// <summary>Who wrote.</summary>
/// <param name="Id">Id that access rules compare: Telegram user id, WhatsApp E.164 (or the LID JID when no number is known).</param>
/// <param name="Name">Display name.</param>
/// <param name="Username">Handle without <c>@</c>.</param>
/// <param name="E164">Phone number.</param>
/// <param name="PlatformId">As the platform addresses them, e.g. a JID; for reactions and quotes.</param>
/// <param name="IsBot">True for bots.</param>
public sealed record InboundSender(string Id, string? Name = null, string? Username = null, string? E164 = null, string? PlatformId = null, bool IsBot = false)
{
    /// <summary>First and last name where the platform has them apart (pairing meta).</summary>
    public string? FirstName { get; init; }

    /// <inheritdoc cref="FirstName"/>
    public string? LastName { get; init; }
}
