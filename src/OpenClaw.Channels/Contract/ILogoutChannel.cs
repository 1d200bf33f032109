using OpenClaw.Configuration;

namespace OpenClaw.Channels.Contract;

/// <summary>A channel whose credentials can be removed by <c>channels.logout</c>.</summary>
public interface ILogoutChannel : IChannel
{
    /// <summary>Removes the credentials of an account that is not running; tells the service when it can.</summary>
    Task<LogoutResult> LogoutAsync(ConfigSnapshot config, string accountId, AccountHost host, CancellationToken ct);
}
