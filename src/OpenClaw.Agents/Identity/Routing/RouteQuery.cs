namespace OpenClaw.Agents.Identity.Routing;

/// <summary>Where a message came from, as far as routing looks at it.</summary>
/// <param name="Channel">Channel id, any case.</param>
/// <param name="AccountId">Account of ours it arrived on; null or blank: the default account.</param>
/// <param name="PeerKind"><c>dm</c>, <c>group</c> or <c>channel</c>; null when there is no peer.</param>
/// <param name="PeerId">Id of the person or group.</param>
/// <param name="GuildId">Discord server.</param>
/// <param name="TeamId">Slack team.</param>
public sealed record RouteQuery(
    string Channel, string? AccountId = null, string? PeerKind = null, string? PeerId = null, string? GuildId = null, string? TeamId = null);
