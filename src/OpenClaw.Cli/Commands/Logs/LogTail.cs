using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Client;
using OpenClaw.Protocol.Logs;

namespace OpenClaw.Cli.Commands.Logs;

/// <summary>
/// Reads the log through the gateway. Following survives a restart of the gateway: it says so once and tries again, where the
/// original gave up. The first contact must succeed.
/// </summary>
internal static class LogTail
{
    public static async Task<int> RunAsync(CliContext context, RemoteChoice choice, LogWish wish, CancellationToken cancellationToken)
    {
        if (!ConfigGuard.Check(context, GuardPolicy.Report))
            return ExitCodes.Failure;
        if (GatewayTarget.Resolve(context, choice, out var problem) is not { } target)
            return context.Fail(problem!);
        ILogView view = choice.Json ? new JsonLogView(context.Screen) : new TextLogView(context.Screen, wish.Plain);
        try
        {
            return await FollowAsync(context, target, choice, wish, view, cancellationToken).ConfigureAwait(false);
        }
        catch (GatewayException failure)
        {
            view.Failure(failure.Message, target, [.. GatewayFailure.Details(context, target, failure)]);
            return ExitCodes.Failure;
        }
        catch (IOException)
        {
            // Whoever read our output has enough: "logs | head" is no error.
            context.Screen.Note("output closed; stopping");
            return ExitCodes.Success;
        }
    }

    private static async Task<int> FollowAsync(
        CliContext context, GatewayTarget target, RemoteChoice choice, LogWish wish, ILogView view, CancellationToken cancellationToken)
    {
        long? cursor = null;
        var waiting = false;
        while (true)
        {
            try
            {
                await using var client = await GatewayLink.ConnectAsync(context, target, choice.Timeout, 0, cancellationToken).ConfigureAwait(false);
                if (waiting)
                    view.Notice("connected again");
                waiting = false;
                do
                {
                    var parameters = new LogsTailParams { Cursor = cursor, Limit = wish.Limit, MaxBytes = wish.MaxBytes };
                    var page = await client.RequestAsync(LogsMethods.Tail, parameters, cancellationToken: cancellationToken).ConfigureAwait(false);
                    view.Page(page, first: cursor is null);
                    cursor = page.Cursor;
                    if (wish.Follow)
                        await Task.Delay(wish.Interval, context.Time, cancellationToken).ConfigureAwait(false);
                }
                while (wish.Follow);
                return ExitCodes.Success;
            }
            catch (GatewayException failure) when (wish.Follow && cursor is not null && failure is not GatewayRequestException)
            {
                if (!waiting)
                    view.Notice($"{failure.Message}; trying again");
                waiting = true;
                await Task.Delay(wish.Interval, context.Time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
