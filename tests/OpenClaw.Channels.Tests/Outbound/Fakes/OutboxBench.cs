using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Channels.Outbound;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Channels.Tests.Outbound.Fakes;

/// <summary>An outbox over a journal in memory; it can be stopped and made anew.</summary>
internal sealed class OutboxBench : IAsyncDisposable
{
    private const int PatienceMs = 20_000;

    private readonly int _mostWaiting;

    public OutboxBench(string config = "{}", int mostWaiting = 1000)
    {
        _mostWaiting = mostWaiting;
        Time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(1_800_000_000_000));
        Journal = new MemoryJournal(Time);
        Config = OpenClawConfig.From((JsonObject)JsonNode.Parse(config)!);
        Outbox = Make();
    }

    public FakeTimeProvider Time { get; }

    public MemoryJournal Journal { get; }

    public FakeAccounts Accounts { get; } = new();

    public FakeMedia Media { get; } = new();

    public OpenClawConfig Config { get; }

    public Outbox Outbox { get; private set; }

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public OutboxBench Started()
    {
        Outbox.Start();
        return this;
    }

    /// <summary>As after a kill: the old outbox tells nobody anything, a new one finds the journal.</summary>
    public void Restart()
    {
        Outbox = Make();
        Outbox.Start();
    }

    public Task<PartResult> SendAsync(string text, string key, string chat = "chat", string channel = "telegram") =>
        Outbox.SendAsync(Message(text, chat, channel), key, SendOptions.Direct, Ct);

    /// <summary>Queues an answer as conversations do, and wakes the outbox.</summary>
    public async Task<IReadOnlyList<long>> AnswerAsync(string text, string key, string chat = "chat", string channel = "telegram")
    {
        var (entries, problem) = Outbox.Prepare(Message(text, chat, channel), key, SendOptions.Answer.Lifetime);
        Assert.Null(problem);
        var ids = await Journal.FinishAsync([], "answered", entries, Ct);
        Outbox.Wake(ids);
        return ids;
    }

    public static OutboundMessage Message(string text, string chat = "chat", string channel = "telegram") =>
        new() { Channel = channel, AccountId = "default", ChatId = chat, Text = text };

    /// <summary>Waits for something to become true while the clock stands still.</summary>
    public static async Task Until(Func<bool> holds)
    {
        var deadline = Environment.TickCount64 + PatienceMs;
        while (!holds())
        {
            Assert.True(Environment.TickCount64 < deadline, "it did not happen");
            await Task.Delay(2, Ct);
        }
    }

    /// <summary>Waits for something to become true while time passes.</summary>
    public async Task UntilAsTimePasses(Func<bool> holds, double stepSeconds = 1)
    {
        var deadline = Environment.TickCount64 + PatienceMs;
        while (!holds())
        {
            Assert.True(Environment.TickCount64 < deadline, "it did not happen");
            Time.Advance(TimeSpan.FromSeconds(stepSeconds));
            await Task.Delay(2, Ct);
        }
    }

    public async ValueTask DisposeAsync()
    {
        var stopping = Outbox.DisposeAsync().AsTask();
        while (!stopping.IsCompleted)
        {
            Time.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Delay(1, CancellationToken.None);
        }

        await stopping;
    }

    private Outbox Make() => new(new OutboxParts
    {
        Journal = Journal,
        Accounts = Accounts,
        Config = Snapshot,
        Media = Media,
        Time = Time,
        Logger = NullLogger.Instance,
        Random = static () => 0.5,
        MostWaiting = _mostWaiting,
    });

    private ConfigSnapshot Snapshot() => new()
    {
        Path = "", Exists = true, Parsed = [], Resolved = [], Effective = [], Valid = true, Hash = "",
        Environment = EnvironmentVariables.Empty,
        Config = Config,
    };
}
