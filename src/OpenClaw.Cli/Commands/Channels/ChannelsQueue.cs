using System.CommandLine;
using System.Globalization;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Cli.Terminal;
using OpenClaw.Client;
using OpenClaw.Protocol.Channels;

namespace OpenClaw.Cli.Commands.Channels;

/// <summary><c>channels queue …</c>: messages that were received and are not answered, and messages that are not sent yet.</summary>
internal static class ChannelsQueue
{
    public static Command Build(CliContext context)
    {
        var command = new Command("queue", "Messages that wait: received and not answered, or not sent yet.");
        command.Subcommands.Add(BuildList(context));
        command.Subcommands.Add(BuildChange(context, "retry", "Send what failed once more.", withBox: false));
        command.Subcommands.Add(BuildChange(context, "drop", "Remove what waits or failed.", withBox: true));
        return command;
    }

    private static Command BuildList(CliContext context)
    {
        var command = new Command("list", "List what waits and what failed; no message text is shown.");
        var (channel, account, box) = (ChannelTools.ChannelOption(), ChannelTools.AccountOption(), BoxOption());
        var all = new Option<bool>("--all") { Description = "Also what is finished" };
        var limit = new Option<int?>("--limit") { Description = "Entries per box (default 200)", HelpName = "n" };
        foreach (var option in (Option[])[channel, account, box, all, limit])
            command.Options.Add(option);
        var remote = RemoteOptions.AddTo(command);
        command.SetAction((parsed, ct) =>
        {
            var wish = new ChannelsQueueParams
            {
                Action = "list",
                Box = parsed.GetValue(box),
                Channel = parsed.GetValue(channel),
                AccountId = parsed.GetValue(account),
                All = parsed.GetValue(all) ? true : null,
                Limit = parsed.GetValue(limit),
            };
            var choice = remote.Read(parsed);
            return GatewayVerb.RunAsync(context, choice, (client, stop) => ListAsync(context, client, wish, choice.Json, stop), cancellationToken: ct);
        });
        return command;
    }

    private static async Task<int> ListAsync(CliContext context, GatewayClient client, ChannelsQueueParams wish, bool json, CancellationToken ct)
    {
        if (json)
            return await Raw.PrintAsync(context, client, ChannelsMethods.Queue, wish, ct).ConfigureAwait(false);
        var result = await client.RequestAsync(ChannelsMethods.Queue, wish, cancellationToken: ct).ConfigureAwait(false);
        var screen = context.Screen;
        var counts = result.Counts;
        screen.Line(string.Create(
            CultureInfo.InvariantCulture, $"Inbox: {counts.Inbox} · Outbox: {counts.Outbox} · Failed: {counts.Failed} · Sent perhaps twice: {counts.Uncertain}"));
        if (result.Problem is { } problem)
            screen.Warn(problem);
        if (result.Items is not { Count: > 0 } items)
            return ExitCodes.Success;
        var table = new Table("Box", "Id", "Channel", "Chat", "State", "Tries", "Age", "Detail");
        foreach (var item in items)
        {
            table.Row(
                item.Box,
                item.Id.ToString(CultureInfo.InvariantCulture),
                $"{item.Channel} {item.AccountId}",
                item.ChatId,
                item.State,
                item.Attempts.ToString(CultureInfo.InvariantCulture),
                Ago.Since(item.CreatedAt, context.Time),
                item.Detail ?? "");
        }

        table.Write(screen);
        return ExitCodes.Success;
    }

    private static Command BuildChange(CliContext context, string action, string description, bool withBox)
    {
        var command = new Command(action, description);
        var id = new Argument<long?>("id") { Description = "Entry, from queue list", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "Every entry that fits, in place of one" };
        var (channel, account, box) = (ChannelTools.ChannelOption(), ChannelTools.AccountOption(), BoxOption());
        command.Arguments.Add(id);
        foreach (var option in (Option[])[all, channel, account])
            command.Options.Add(option);
        if (withBox)
            command.Options.Add(box);
        var remote = RemoteOptions.AddTo(command);
        command.SetAction((parsed, ct) =>
        {
            if (parsed.GetValue(id) is null == !parsed.GetValue(all))
                return Task.FromResult(context.Fail($"channels queue {action} needs an id or --all", $"See which there are: {context.Suggest("channels queue list")}"));
            var wish = new ChannelsQueueParams
            {
                Action = action,
                Box = withBox ? parsed.GetValue(box) : null,
                Id = parsed.GetValue(id),
                Channel = parsed.GetValue(channel),
                AccountId = parsed.GetValue(account),
                All = parsed.GetValue(all) ? true : null,
            };
            var choice = remote.Read(parsed);
            return GatewayVerb.RunAsync(context, choice, (client, stop) => ChangeAsync(context, client, wish, choice.Json, stop), cancellationToken: ct);
        });
        return command;
    }

    private static async Task<int> ChangeAsync(CliContext context, GatewayClient client, ChannelsQueueParams wish, bool json, CancellationToken ct)
    {
        if (json)
            return await Raw.PrintAsync(context, client, ChannelsMethods.Queue, wish, ct).ConfigureAwait(false);
        var result = await client.RequestAsync(ChannelsMethods.Queue, wish, cancellationToken: ct).ConfigureAwait(false);
        var count = string.Create(CultureInfo.InvariantCulture, $"{result.Changed} {(result.Changed == 1 ? "entry" : "entries")}");
        context.Screen.Line(wish.Action == "retry" ? $"Trying {count} anew." : $"Removed {count}.");
        return ExitCodes.Success;
    }

    private static Option<string?> BoxOption()
    {
        var box = new Option<string?>("--box") { Description = "inbox (received) or outbox (to be sent)", HelpName = "box" };
        box.AcceptOnlyFromAmong("inbox", "outbox");
        return box;
    }
}
