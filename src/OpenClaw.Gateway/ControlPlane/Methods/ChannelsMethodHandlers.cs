using System.Text.Json;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Status;
using OpenClaw.Channels.Supervision;
using OpenClaw.Configuration;
using OpenClaw.Protocol.Channels;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.ControlPlane.Methods;

/// <summary><c>channels.status</c> and <c>channels.logout</c> (spec 02 §3, spec 10 §1.6).</summary>
/// <param name="channels">How they are.</param>
/// <param name="supervision">Stops and starts accounts.</param>
/// <param name="config">The config in force.</param>
/// <param name="fileIsValid">False while the config file is broken: a logout may have to change it.</param>
internal sealed class ChannelsMethodHandlers(
    IChannelStatusSource channels, ChannelSupervision supervision, Func<ConfigSnapshot> config, Func<bool> fileIsValid)
{
    private const long DefaultTimeoutMs = 10_000;
    private const long LeastTimeoutMs = 1_000;
    private const long LongestTimeoutMs = 120_000;

    public void Register(MethodTable table)
    {
        table.Add(ChannelsMethods.Status, async (_, parameters, ct) =>
        {
            var timeout = Math.Clamp(parameters.TimeoutMs ?? DefaultTimeoutMs, LeastTimeoutMs, LongestTimeoutMs);
            return await channels.GetStatusAsync(parameters.Probe == true, TimeSpan.FromMilliseconds(timeout), ct).ConfigureAwait(false);
        });
        table.Add(ChannelsMethods.Logout, LogoutAsync);
    }

    private async ValueTask<Reply<ChannelsLogoutResult>> LogoutAsync(MethodContext context, ChannelsLogoutParams parameters, CancellationToken ct)
    {
        if (supervision.Find(parameters.Channel) is not { } found)
            return GatewayError.Invalid("invalid channels.logout channel");
        if (found is not ILogoutChannel channel)
            return GatewayError.Invalid($"channel {found.Description.Id} does not support logout");
        if (!fileIsValid())
            return GatewayError.Invalid("config invalid; fix it before logging out");
        var account = parameters.AccountId?.Trim() is { Length: > 0 } given ? given : channel.DefaultAccountId(config());
        LogoutResult result;
        try
        {
            var hold = await supervision.HoldAsync(channel.Description.Id, account, ct).ConfigureAwait(false);
            await using (hold.ConfigureAwait(false))
                result = await channel.LogoutAsync(config(), account, supervision.HostOf(channel, account), ct).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException or TimeoutException)
        {
            return GatewayError.Unavailable(e.Message);
        }

        if (result.LoggedOut == true)
            await supervision.StopAccountAsync(channel, account, "logged out").ConfigureAwait(false);
        return new ChannelsLogoutResult
        {
            Channel = channel.Description.Id,
            AccountId = account,
            Cleared = result.Cleared,
            LoggedOut = result.LoggedOut,
            More = result.EnvToken is { } env ? new Dictionary<string, JsonElement> { ["envToken"] = JsonDocument.Parse(env ? "true" : "false").RootElement } : null,
        };
    }
}
