using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Catalog;
using OpenClaw.Channels.Pairing;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Cli.Terminal;
using OpenClaw.Protocol.Send;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw pairing …</c> (spec 04 §11.3): people who wrote to a channel and wait to be let in. Works without a gateway.</summary>
internal static class PairingCommand
{
    /// <summary>Channels on which somebody who was let in can be told so.</summary>
    private const string Telegram = "telegram";

    public static Command Build(CliContext context)
    {
        var command = new Command("pairing", "People who wrote to a channel and wait to be let in.");
        command.Subcommands.Add(BuildList(context));
        command.Subcommands.Add(BuildApprove(context));
        return command;
    }

    private static Command BuildList(CliContext context)
    {
        var command = new Command("list", "Who waits on a channel.");
        var given = new Argument<string?>("channel") { Description = "For example telegram or whatsapp", Arity = ArgumentArity.ZeroOrOne };
        var named = ChannelOption();
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        command.Arguments.Add(given);
        command.Options.Add(named);
        command.Options.Add(json);
        command.SetAction((parsed, _) =>
        {
            if (!ConfigGuard.Check(context, GuardPolicy.Require) || Find(context, parsed.GetValue(named) ?? parsed.GetValue(given)) is not { } channel)
                return Task.FromResult(ExitCodes.Failure);
            return TryAsync(context, () => Task.FromResult(List(context, channel.Id, parsed.GetValue(json))));
        });
        return command;
    }

    private static int List(CliContext context, string channel, bool json)
    {
        var waiting = Store(context).Pending(channel);
        if (json)
        {
            context.Screen.Line(JsonText.Pretty(new JsonObject
            {
                ["channel"] = channel,
                ["requests"] = new JsonArray([.. waiting.Select(PairingJson.Of)]),
            }));
        }
        else if (waiting.Count == 0)
        {
            context.Screen.Line($"No pending {channel} pairing requests.");
        }
        else
        {
            var table = new Table("Code", PairingReply.IdLabel(channel), "Meta", "Requested");
            foreach (var request in waiting)
                table.Row(request.Code, request.Id, string.Join(", ", request.Meta.Select(static pair => $"{pair.Key}: {pair.Value}")), Ago.Since(request.CreatedAt.ToUnixTimeMilliseconds(), context.Time));
            table.Write(context.Screen);
            context.Screen.Line($"Let one in: {context.Suggest($"pairing approve {channel} <code>")}");
        }

        return ExitCodes.Success;
    }

    private static Command BuildApprove(CliContext context)
    {
        var command = new Command("approve", "Let somebody in: approve <channel> <code>.");
        var words = new Argument<string[]>("channel-and-code") { Description = "Channel and code; with --channel the code alone", Arity = new ArgumentArity(1, 2) };
        var named = ChannelOption();
        var notify = new Option<bool>("--notify") { Description = "Tell them, where the channel can" };
        command.Arguments.Add(words);
        command.Options.Add(named);
        command.Options.Add(notify);
        command.SetAction((parsed, ct) =>
        {
            if (!ConfigGuard.Check(context, GuardPolicy.Require))
                return Task.FromResult(ExitCodes.Failure);
            var option = parsed.GetValue(named);
            var (channel, code) = (option, parsed.GetValue(words)) switch
            {
                ({ } chosen, [var only]) => (chosen, only),
                (null, [var first, var second]) => (first, second),
                _ => (null, null),
            };
            if (code is null)
                return Task.FromResult(context.Fail("give a channel and a code", $"For example: {context.Suggest("pairing approve telegram ABCD2345")}"));
            return Find(context, channel) is { } found
                ? TryAsync(context, () => ApproveAsync(context, found, code, parsed.GetValue(notify), ct))
                : Task.FromResult(ExitCodes.Failure);
        });
        return command;
    }

    private static async Task<int> ApproveAsync(CliContext context, ChannelDescription channel, string code, bool notify, CancellationToken ct)
    {
        var approved = await Store(context).ApproveAsync(channel.Id, code, ct).ConfigureAwait(false);
        if (approved is null)
            return context.Fail($"no {channel.Id} pairing request has this code", $"Codes hold for an hour. See who waits: {context.Suggest($"pairing list {channel.Id}")}");
        context.Screen.Line($"Approved {channel.Id} sender {approved.Id}.");
        if (notify && channel.Id == Telegram)
            await NotifyAsync(context, channel.Id, approved.Id, ct).ConfigureAwait(false);
        return ExitCodes.Success;
    }

    /// <summary>The gateway owns the bot, so it sends. They are let in either way.</summary>
    private static async Task NotifyAsync(CliContext context, string channel, string id, CancellationToken ct)
    {
        var told = await GatewayVerb.RunAsync(
            context,
            new RemoteChoice(),
            async (client, stop) =>
            {
                await client.RequestAsync(
                    SendMethods.Send,
                    new SendParams { To = id, Message = PairingReply.Approved, Channel = channel, IdempotencyKey = $"pairing-{Guid.NewGuid():N}" },
                    cancellationToken: stop).ConfigureAwait(false);
                return ExitCodes.Success;
            },
            cancellationToken: ct).ConfigureAwait(false);
        if (told != ExitCodes.Success)
            context.Screen.Note($"{id} was let in, but could not be told.");
    }

    private static PairingStore Store(CliContext context) => new(context.Paths.CredentialsDir, context.Time);

    private static ChannelDescription? Find(CliContext context, string? name)
    {
        if (ChannelCatalog.Find(name) is { } channel)
            return channel;
        context.Fail(
            string.IsNullOrWhiteSpace(name) ? "name a channel" : $"there is no channel {name.Trim()}",
            $"Channels: {string.Join(", ", ChannelCatalog.Core.Select(static known => known.Id))}");
        return null;
    }

    private static Option<string?> ChannelOption() => new("--channel") { Description = "Channel", HelpName = "channel" };

    private static async Task<int> TryAsync(CliContext context, Func<Task<int>> body)
    {
        try
        {
            return await body().ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or TimeoutException)
        {
            return context.Fail(problem.Message);
        }
    }
}
