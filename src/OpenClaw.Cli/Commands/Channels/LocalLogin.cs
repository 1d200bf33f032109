using Microsoft.Extensions.Logging.Abstractions;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Sidecars;
using OpenClaw.Channels.WhatsApp;
using OpenClaw.Cli.Invocation;
using OpenClaw.Protocol;

namespace OpenClaw.Cli.Commands.Channels;

/// <summary>A login in this process, with a sidecar of its own. The lock in the account's folder keeps it from a login that somebody uses.</summary>
internal static class LocalLogin
{
    /// <summary>A WhatsApp channel that can really run.</summary>
    public static (WhatsAppChannel Channel, SidecarHost Sidecar) WhatsApp(CliContext context)
    {
        var sidecar = new SidecarHost(
            WhatsAppSidecar.Spec(context.Paths, context.Config.Environment, ProductVersion.Text, ct =>
                WhatsAppSidecar.PrepareAsync(context.Config, context.Paths, context.Time, NullLogger.Instance, context.Screen.Note, ct)),
            context.Time,
            NullLogger.Instance);
        return (new WhatsAppChannel(sidecar, context.Paths, context.Time), sidecar);
    }

    public static async Task<int> RunAsync(CliContext context, LoginWish wish, CancellationToken ct)
    {
        if (!wish.Request.Force && wish.Channel.Link(context.Config, wish.AccountId) is { IsLinked: true } link)
        {
            context.Screen.Line($"{wish.Channel.Description.Label} is already linked{(link.E164 is { } number ? $" as {number}" : "")}. Link it anew with --force.");
            return ExitCodes.Success;
        }

        var (channel, sidecar) = WhatsApp(context);
        await using (sidecar.ConfigureAwait(false))
        {
            var login = await channel.BeginLoginAsync(wish.AccountId, wish.Request, ChannelTools.Host(context), ct).ConfigureAwait(false);
            await using (login.ConfigureAwait(false))
            {
                login.QrChanged += text => LoginWish.ShowPicture(context, text);
                await ShowCodeAsync(context, login).ConfigureAwait(false);
                var end = await login.Completion.ConfigureAwait(false);
                if (!end.Ok)
                    return context.Fail(end.Message);
                context.Screen.Line(context.Screen.Good(end.Message));
                context.Screen.Note($"It is used when the gateway runs: {context.Suggest("gateway")}");
                return ExitCodes.Success;
            }
        }
    }

    // Pictures are shown as they come; a code comes once.
    private static async Task ShowCodeAsync(CliContext context, ILogin login)
    {
        try
        {
            await login.FirstAsync(CancellationToken.None).ConfigureAwait(false);
            if (login.PairingCode is { } code)
                LoginWish.ShowCode(context, code);
        }
        catch (OperationCanceledException)
        {
            // It ended without one, and says why.
        }
    }
}
