using System.CommandLine;
using OpenClaw.Channels.Contract;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Client;
using OpenClaw.Protocol.Channels;

namespace OpenClaw.Cli.Commands.Channels;

/// <summary><c>channels logout</c>: removes an account's credentials. A running gateway does it, because it uses them; without one this process does.</summary>
internal static class ChannelsLogout
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    public static Command Build(CliContext context)
    {
        var command = new Command("logout", "Remove an account's credentials, and tell the service.");
        var channel = ChannelTools.ChannelOption("Channel (default whatsapp)");
        var account = ChannelTools.AccountOption();
        command.Options.Add(channel);
        command.Options.Add(account);
        command.SetAction(async (parsed, ct) =>
        {
            if (!ConfigGuard.Check(context, GuardPolicy.Require) || ChannelTools.Find(context, parsed.GetValue(channel) ?? "whatsapp") is not { } found)
                return ExitCodes.Failure;
            return await RunAsync(context, found, ChannelTools.Account(context, found, parsed.GetValue(account)), ct).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, IChannel channel, string accountId, CancellationToken ct)
    {
        if (GatewayTarget.Resolve(context, new RemoteChoice(), out var problem) is not { } target)
            return context.Fail(problem!);
        try
        {
            await using var client = await GatewayLink.ConnectAsync(context, target, s_limit, eventCapacity: 0, ct).ConfigureAwait(false);
            var result = await client.RequestAsync(
                ChannelsMethods.Logout, new ChannelsLogoutParams { Channel = channel.Description.Id, AccountId = accountId }, cancellationToken: ct).ConfigureAwait(false);
            return Tell(context, channel, accountId, result.Cleared);
        }
        catch (GatewayClosedException closed) when (target.IsLocal && closed.IsUnreachable)
        {
            return await HereAsync(context, channel, accountId, ct).ConfigureAwait(false);
        }
        catch (GatewayException failure)
        {
            return GatewayFailure.Report(context, target, failure, "logout");
        }
    }

    private static async Task<int> HereAsync(CliContext context, IChannel channel, string accountId, CancellationToken ct)
    {
        if (channel is not ILinkableChannel)
            return context.Fail("the gateway does not run, and it owns the token", $"Delete the account's settings instead: {context.Suggest($"channels remove --channel {channel.Description.Id} --account {accountId} --delete")}");
        var (linked, sidecar) = LocalLogin.WhatsApp(context);
        await using (sidecar.ConfigureAwait(false))
        {
            try
            {
                var result = await linked.LogoutAsync(context.Config, accountId, ChannelTools.Host(context), ct).ConfigureAwait(false);
                return Tell(context, channel, accountId, result.Cleared);
            }
            catch (Exception refused) when (refused is InvalidOperationException or IOException or UnauthorizedAccessException)
            {
                return context.Fail(refused.Message);
            }
        }
    }

    private static int Tell(CliContext context, IChannel channel, string accountId, bool cleared)
    {
        context.Screen.Line(cleared
            ? $"{channel.Description.Label} account \"{accountId}\" is logged out; its credentials are removed."
            : $"{channel.Description.Label} account \"{accountId}\" had no credentials to remove.");
        return ExitCodes.Success;
    }
}
