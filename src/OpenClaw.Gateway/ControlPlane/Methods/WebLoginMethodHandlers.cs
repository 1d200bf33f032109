using OpenClaw.Channels.Accounts;
using OpenClaw.Channels.Contract;
using OpenClaw.Configuration;
using OpenClaw.Gateway.Channels;
using OpenClaw.Protocol.Frames;
using OpenClaw.Protocol.WebLogin;

namespace OpenClaw.Gateway.ControlPlane.Methods;

/// <summary><c>web.login.start</c> and <c>web.login.wait</c> (spec 10 §1.6).</summary>
/// <param name="logins">Owns them.</param>
/// <param name="channels">Which channels there are.</param>
/// <param name="config">The config in force.</param>
internal sealed class WebLoginMethodHandlers(WebLogin logins, IAccountDirectory channels, Func<ConfigSnapshot> config)
{
    private const long DefaultStartMs = 30_000;
    private const long LeastStartMs = 5_000;
    private const long DefaultWaitMs = 120_000;
    private const long LeastWaitMs = 1_000;
    private const long LongestMs = 600_000;

    public void Register(MethodTable table)
    {
        table.Add(WebLoginMethods.Start, StartAsync);
        table.Add(WebLoginMethods.Wait, WaitAsync);
    }

    private async ValueTask<Reply<WebLoginStartResult>> StartAsync(MethodContext context, WebLoginStartParams parameters, CancellationToken ct)
    {
        if (Channel() is not { } channel)
            return GatewayError.Invalid("web login provider is not available");
        var phone = parameters.Phone?.Trim() is { Length: > 0 } given ? given : null;
        if (phone is not null && phone.Count(char.IsAsciiDigit) < 5)
            return GatewayError.Invalid("phone: give the number with its country code, for example +4512345678");
        return await logins.StartAsync(
            channel, Account(channel, parameters.AccountId), new LoginRequest(phone, parameters.Force == true), Limit(parameters.TimeoutMs, DefaultStartMs, LeastStartMs), ct)
            .ConfigureAwait(false);
    }

    private async ValueTask<Reply<WebLoginWaitResult>> WaitAsync(MethodContext context, WebLoginWaitParams parameters, CancellationToken ct)
    {
        if (Channel() is not { } channel)
            return GatewayError.Invalid("web login provider is not available");
        return await logins.WaitAsync(Account(channel, parameters.AccountId), Limit(parameters.TimeoutMs, DefaultWaitMs, LeastWaitMs), ct).ConfigureAwait(false);
    }

    private ILinkableChannel? Channel() => channels.Channels.OfType<ILinkableChannel>().FirstOrDefault();

    private string Account(ILinkableChannel channel, string? given) =>
        given?.Trim() is { Length: > 0 } name ? AccountIds.Normalize(name) : channel.DefaultAccountId(config());

    private static TimeSpan Limit(long? given, long standard, long least) => TimeSpan.FromMilliseconds(Math.Clamp(given ?? standard, least, LongestMs));
}
