using System.Text.Json;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;
using OpenClaw.Client;

namespace OpenClaw.Cli.Remote;

/// <summary>The shape of every command that asks a gateway: guard, connect, ask, render, and failures worded once.</summary>
internal static class GatewayVerb
{
    /// <summary>Connects, runs the body, hangs up.</summary>
    /// <param name="context">This run.</param>
    /// <param name="choice">What was typed.</param>
    /// <param name="body">What to ask; returns the exit code.</param>
    /// <param name="guard">What an invalid config means.</param>
    /// <param name="prefix">Put before the error text, as in <c>Gateway call failed</c>.</param>
    /// <param name="eventCapacity">Events to keep; 0 for a command that only asks.</param>
    /// <param name="cancellationToken">Ends everything.</param>
    public static async Task<int> RunAsync(
        CliContext context,
        RemoteChoice choice,
        Func<GatewayClient, CancellationToken, Task<int>> body,
        GuardPolicy guard = GuardPolicy.Require,
        string? prefix = null,
        int eventCapacity = 0,
        CancellationToken cancellationToken = default)
    {
        if (!ConfigGuard.Check(context, guard))
            return ExitCodes.Failure;
        if (choice.TimeoutMs <= 0)
            return context.Fail("--timeout must be a positive number of milliseconds");
        if (GatewayTarget.Resolve(context, choice, out var problem) is not { } target)
            return context.Fail(problem!);
        if (target.Misconfigured)
            return context.Fail("gateway.mode is remote but gateway.remote.url is not set", $"Set it: {context.Suggest("config set gateway.remote.url wss://host:port")}");

        var progress = new Progress(context.Screen, $"Asking {target.UrlText} …", choice.Json, context.Time);
        try
        {
            await using var client = await GatewayLink.ConnectAsync(context, target, choice.Timeout, eventCapacity, cancellationToken)
                .ConfigureAwait(false);
            progress.Dispose();
            return await body(client, cancellationToken).ConfigureAwait(false);
        }
        catch (GatewayException failure)
        {
            progress.Dispose();
            return GatewayFailure.Report(context, target, failure, prefix);
        }
        catch (JsonException)
        {
            progress.Dispose();
            return context.Fail("the gateway answered in a form this version does not understand", $"Is it another release? Compare: {context.Suggest("status")}");
        }
    }
}
