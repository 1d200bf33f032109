using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Channels;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Outbound;
using OpenClaw.Gateway.Conversations.Channels;
using OpenClaw.Gateway.Tests.Support;
using OpenClaw.Storage.Journal;

namespace OpenClaw.Gateway.Tests.Conversations.Channels;

/// <summary>
/// The conversation side of channels on a real gateway, a real journal and a scripted model; a restart keeps the files and nothing else. What
/// would go out is read from the journal.
/// </summary>
internal sealed class ChannelBench : IAsyncDisposable
{
    private readonly TestGateway _gateway;
    private SqliteMessageJournal _journal = null!;
    private JournalOutbox _outbox = null!;

    private ChannelBench(TestGateway gateway) => _gateway = gateway;

    public IMessageJournal Journal => _journal;

    public ChannelConversations Conversations { get; private set; } = null!;

    public TestGateway Gateway => _gateway;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<ChannelBench> StartAsync(ModelServer model)
    {
        var bench = new ChannelBench(await Talk.WithAsync(model));
        bench.Compose();
        return bench;
    }

    /// <summary>Everything in memory is gone; what was accepted and not ended is handed in again as a replay.</summary>
    public async Task RestartAsync()
    {
        await Conversations.DisposeAsync();
        await _journal.DisposeAsync();
        await _gateway.RestartAsync();
        Compose();
        foreach (var entry in await _journal.UnfinishedAsync(0, 100, Ct))
            await Conversations.HandleAsync(Message(entry.Id, JsonSerializer.Deserialize(entry.Payload, ChannelsJson.Default.InboundEvent)!) with { IsReplay = true }, Ct);
    }

    /// <summary>A message comes in on a channel.</summary>
    public async Task SayAsync(string text, string id)
    {
        var (row, inbound) = await AcceptAsync(text, id);
        await Conversations.HandleAsync(Message(row, inbound), Ct);
    }

    /// <summary>A message is in the journal and nowhere else.</summary>
    public async Task<(long Row, InboundEvent Inbound)> AcceptAsync(string text, string id)
    {
        var inbound = new InboundEvent
        {
            Channel = "telegram", AccountId = "default", Key = $"m:{id}", Kind = "message", ChatId = "777", ChatType = "direct", PeerId = "777", MessageId = id,
            Sender = new InboundSender("777", "Ann"), Text = text,
        };
        var payload = JsonSerializer.SerializeToUtf8Bytes(inbound, ChannelsJson.Default.InboundEvent);
        return ((await _journal.AcceptAsync(new NewInboxEntry("telegram", "default", inbound.Key, inbound.ChatId, payload), Ct)).Id, inbound);
    }

    /// <summary>Completes when nothing is owed any more; what is to be sent, in order.</summary>
    public async Task<IReadOnlyList<string>> AnswersAsync()
    {
        await Until.HoldsAsync(async () => Conversations.Open == 0 && (await _journal.UnfinishedAsync(0, 100, Ct)).Count == 0);
        return await SentAsync();
    }

    /// <summary>What is to be sent, in order.</summary>
    public async Task<IReadOnlyList<string>> SentAsync() =>
        [.. (await _journal.PendingAsync(Ct)).Select(static entry => JsonSerializer.Deserialize(entry.Payload, ChannelsJson.Default.OutboundPart)!.Text)];

    /// <summary>Lines of the main session by role.</summary>
    public IReadOnlyList<(string Role, string Text)> Conversation()
    {
        var store = _gateway.Parts.Conversations.Sessions;
        var content = store.Transcript("agent:main:main", store.Find("agent:main:main")!)!.Read();
        return [.. content.PathTo(content.Leaf?.Id).Where(static entry => entry.Role is "user" or "assistant").Select(static entry => (entry.Role!, Text(entry.Message!.Value)))];
    }

    public async ValueTask DisposeAsync()
    {
        await Conversations.DisposeAsync();
        await _journal.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    private static string Text(JsonElement message) => message.GetProperty("content") is { ValueKind: JsonValueKind.Array } parts
        ? string.Concat(parts.EnumerateArray().Select(static part => part.TryGetProperty("text", out var text) ? text.GetString() : null))
        : message.GetProperty("content").GetString()!;

    private AcceptedMessage Message(long row, InboundEvent inbound) => new()
    {
        RunId = $"ch-{inbound.MessageId}",
        InboxIds = [row],
        Event = inbound,
        Route = Conversations.Route(new InboundPeer(inbound.Channel, inbound.AccountId, inbound.ChatType, inbound.PeerId)),
        Text = inbound.Text,
        Envelope = static text => $"[Telegram Ann] {text}",
        CommandAuthorized = true,
        SenderLabel = "Ann",
        ConversationLabel = "Ann",
        From = $"telegram:{inbound.ChatId}",
        ReplyTo = inbound.ChatId,
    };

    private void Compose()
    {
        _journal = new SqliteMessageJournal(Path.Combine(_gateway.Paths.StateDir, "of-this-test", "messages.sqlite"), TimeProvider.System);
        _outbox = new JournalOutbox(_journal);
        Conversations = ChannelConversationParts.Compose(
            _gateway.Parts.Conversations, new NoAccounts(), _outbox, _journal, TimeProvider.System, NullLogger.Instance);
    }

    /// <summary>Queues and never sends.</summary>
    private sealed class JournalOutbox(IMessageJournal journal) : IOutbox
    {
        public OutboxCounts Counts => default;

        public (IReadOnlyList<NewOutboxEntry> Entries, SendFault? Problem) Prepare(OutboundMessage message, string key, TimeSpan lifetime)
        {
            var part = new OutboundPart { Channel = message.Channel, AccountId = message.AccountId, ChatId = message.ChatId, Kind = "text", Text = message.Text };
            var payload = JsonSerializer.SerializeToUtf8Bytes(part, ChannelsJson.Default.OutboundPart);
            return ([new NewOutboxEntry(part.Channel, part.AccountId, part.ChatId, key, payload, long.MaxValue / 2)], null);
        }

        public void Wake(IReadOnlyList<long> outboxIds)
        {
        }

        public async Task<PartResult> SendAsync(OutboundMessage message, string key, SendOptions options, CancellationToken ct)
        {
            await journal.FinishAsync([], "", Prepare(message, key, options.Lifetime).Entries, ct);
            return new PartResult("1");
        }

        public Task<PartResult> CompletionAsync(IReadOnlyList<long> outboxIds, CancellationToken ct) => Task.FromResult(new PartResult("1"));

        public Task<bool> DropAsync(long outboxId, CancellationToken ct) => Task.FromResult(false);
    }

    private sealed class NoAccounts : IAccountDirectory
    {
        public event Action<IChannelAccount>? Changed
        {
            add { }
            remove { }
        }

        public IReadOnlyList<IChannel> Channels => [];

        public IChannel? Find(string? channel) => null;

        public IChannelAccount? Running(string channel, string? accountId) => null;

        public SendFault? Unavailable(string channel, string? accountId) => null;

        public void NoteActivity(string channel, string accountId, bool inbound)
        {
        }
    }
}
