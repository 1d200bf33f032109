using OpenClaw.Configuration;

namespace OpenClaw.Channels.Contract;

/// <summary>A channel whose accounts are linked to a phone instead of configured with a token.</summary>
public interface ILinkableChannel : IChannel
{
    /// <summary>The link of an account as its files show it, running or not.</summary>
    LinkState Link(ConfigSnapshot config, string accountId);

    /// <summary>Begins a login. The account must not be running.</summary>
    /// <param name="accountId">Which account.</param>
    /// <param name="request">By picture or by code; anew or not.</param>
    /// <param name="host">As for <see cref="IChannel.Open"/>.</param>
    /// <param name="ct">Ends the login.</param>
    Task<ILogin> BeginLoginAsync(string accountId, LoginRequest request, AccountHost host, CancellationToken ct);
}
