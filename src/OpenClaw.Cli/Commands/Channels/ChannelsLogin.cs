using System.CommandLine;
using OpenClaw.Channels.Contract;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Client;

namespace OpenClaw.Cli.Commands.Channels;

/// <summary>
/// <c>channels login</c>: links an account to a phone. A running gateway does it, because it owns the account; without one this process
/// does.
/// </summary>
internal static class ChannelsLogin
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    public static Command Build(CliContext context)
    {
        var command = new Command("login", "Link an account to a phone.");
        var channel = ChannelTools.ChannelOption("Channel (default whatsapp)");
        var account = ChannelTools.AccountOption();
        var phone = new Option<string?>("--phone") { Description = "Number of the phone: get a code to type instead of a picture to scan", HelpName = "number" };
        var force = new Option<bool>("--force") { Description = "Link anew although the account is linked" };
        foreach (var option in (Option[])[channel, account, phone, force])
            command.Options.Add(option);
        command.SetAction(async (parsed, ct) =>
        {
            if (!ConfigGuard.Check(context, GuardPolicy.Require) || ChannelTools.Find(context, parsed.GetValue(channel) ?? "whatsapp") is not { } found)
                return ExitCodes.Failure;
            if (found is not ILinkableChannel linkable)
                return context.Fail($"{found.Description.Label} accounts are not linked; they have a token", $"Add one: {context.Suggest($"channels add --channel {found.Description.Id} --token <token>")}");
            var number = parsed.GetValue(phone)?.Trim() is { Length: > 0 } given ? given : null;
            var wish = new LoginWish(linkable, ChannelTools.Account(context, found, parsed.GetValue(account)), new LoginRequest(number, parsed.GetValue(force)));
            return await RunAsync(context, wish, ct).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, LoginWish wish, CancellationToken ct)
    {
        if (GatewayTarget.Resolve(context, new RemoteChoice(), out var problem) is not { } target)
            return context.Fail(problem!);
        try
        {
            await using var client = await GatewayLink.ConnectAsync(context, target, s_limit, eventCapacity: 0, ct).ConfigureAwait(false);
            return await RemoteLogin.RunAsync(context, client, wish, ct).ConfigureAwait(false) ?? await LocalLogin.RunAsync(context, wish, ct).ConfigureAwait(false);
        }
        catch (GatewayClosedException closed) when (target.IsLocal && closed.IsUnreachable)
        {
            return await LocalLogin.RunAsync(context, wish, ct).ConfigureAwait(false);
        }
        catch (GatewayException failure)
        {
            return GatewayFailure.Report(context, target, failure, "login through the gateway");
        }
    }
}
