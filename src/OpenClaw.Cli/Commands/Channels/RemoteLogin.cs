using OpenClaw.Cli.Invocation;
using OpenClaw.Client;
using OpenClaw.Protocol.Frames;
using OpenClaw.Protocol.WebLogin;

namespace OpenClaw.Cli.Commands.Channels;

/// <summary>A login that the running gateway does; the newest picture is shown as often as it changes.</summary>
internal static class RemoteLogin
{
    private const int StartMs = 60_000;
    private const int WaitMs = 5_000;

    // A first installation may take this long before there is anything to show.
    private const int MostEmptyAnswers = 10;

    /// <summary>The exit code; null when the gateway does not serve the channel, so that nobody else holds its accounts.</summary>
    public static async Task<int?> RunAsync(CliContext context, GatewayClient client, LoginWish wish, CancellationToken ct)
    {
        string? shown = null;
        for (var empty = 0; ;)
        {
            WebLoginStartResult started;
            try
            {
                // Force once: the same login is asked for its newest code after that.
                started = await client.RequestAsync(
                    WebLoginMethods.Start,
                    new WebLoginStartParams { AccountId = wish.AccountId, Phone = wish.Request.Phone, Force = wish.Request.Force && shown is null ? true : null, TimeoutMs = StartMs },
                    cancellationToken: ct).ConfigureAwait(false);
            }
            catch (GatewayRequestException refused) when (refused.Error.Code == ErrorCodes.InvalidRequest && refused.Error.Message.StartsWith("web login", StringComparison.Ordinal))
            {
                return null;
            }

            var code = started.PairingCode ?? started.Qr;
            if (code is null && shown is null && ++empty > MostEmptyAnswers)
                return context.Fail(started.Message);
            if (code is not null && code != shown)
            {
                shown = code;
                if (started.PairingCode is { } typed)
                    LoginWish.ShowCode(context, typed);
                else
                    LoginWish.ShowPicture(context, code);
            }

            var waited = await client.RequestAsync(WebLoginMethods.Wait, new WebLoginWaitParams { AccountId = wish.AccountId, TimeoutMs = WaitMs }, cancellationToken: ct).ConfigureAwait(false);
            if (waited.Connected)
            {
                context.Screen.Line(context.Screen.Good(waited.Message));
                return ExitCodes.Success;
            }

            if (waited.Pending != true)
                return context.Fail(code is null ? started.Message : waited.Message);
        }
    }
}
