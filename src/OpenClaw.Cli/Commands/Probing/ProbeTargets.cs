using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;

namespace OpenClaw.Cli.Commands.Probing;

/// <summary>Which gateways are tried, in the order in which the first reachable one counts (spec 04 §3.5).</summary>
internal static class ProbeTargets
{
    private static readonly TimeSpan s_loopback = TimeSpan.FromMilliseconds(800);
    private static readonly TimeSpan s_other = TimeSpan.FromMilliseconds(1_500);

    /// <summary>The targets, or null with the reason when <c>--url</c> is no address.</summary>
    public static IReadOnlyList<ProbeTarget>? Of(CliContext context, RemoteChoice choice, out string? problem)
    {
        problem = null;
        var targets = new List<ProbeTarget>();
        var remote = context.Config.Config.Gateway;
        if (choice.Url is not null)
        {
            if (GatewayTarget.Resolve(context, choice, out problem) is not { } named)
                return null;
            targets.Add(new ProbeTarget("explicit", "URL (--url)", true, named, null));
        }
        if (remote.Remote.Url is { } url
            && GatewayTarget.Resolve(context, choice with { Url = url, Token = choice.Token ?? remote.Remote.Token, Password = choice.Password ?? remote.Remote.Password }, out _) is { } far)
            targets.Add(new ProbeTarget("configRemote", "Remote (configured)", remote.Mode == "remote", far with { Source = "config gateway.remote.url" }, s_other));
        targets.Add(new ProbeTarget(
            "localLoopback", "Local loopback", remote.Mode != "remote", GatewayTarget.Local(context, choice with { Url = null }), s_loopback));
        return targets;
    }
}
