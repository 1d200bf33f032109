using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Pairing;
using OpenClaw.Channels.Tests.Support;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Model;
using OpenClaw.Storage.Journal;

namespace OpenClaw.Channels.Tests.Inbound.Support;

/// <summary>An intake over a real journal, between stand-ins for a platform and for agents. It can be stopped and made anew, as after a kill.</summary>
internal sealed class InboundBench : IAsyncDisposable
{
    private const int PatienceMs = 20_000;
    private const long Noon = 1_770_000_000_000;

    private readonly TemporaryDirectory _directory = new();
    private readonly int _mostInMemory;
    private InboundIntake? _intake;

    public InboundBench(string config = Open, int mostInMemory = 2000)
    {
        _mostInMemory = mostInMemory;
        Time.SetUtcNow(DateTimeOffset.FromUnixTimeMilliseconds(Noon));
        Journal = new FaultyJournal(new SqliteMessageJournal(_directory["messages.sqlite"], Time));
        Pairing = new PairingStore(_directory["credentials"], Time);
        Config(config);
    }

    /// <summary>Everybody may write, and in groups nobody needs to mention us.</summary>
    public const string Open = """
        {"channels":{"telegram":{"dmPolicy":"open","allowFrom":["*"],"groupPolicy":"open","groups":{"*":{"requireMention":false}}},
         "whatsapp":{"dmPolicy":"open","allowFrom":["*"],"groupPolicy":"open","groups":{"*":{"requireMention":false}}}},
         "agents":{"defaults":{"envelopeTimezone":"utc","envelopeElapsed":"off"}}}
        """;

    public WatchedTime Time { get; } = new();

    public FaultyJournal Journal { get; }

    public PairingStore Pairing { get; }

    public StandInDirectory Accounts { get; } = new();

    public RecordingHandler Handler { get; } = new();

    public PlainOutbox Outbox { get; } = new();

    public RecentSends Sends { get; } = new(TimeProvider.System);

    public ConfigSnapshot Snapshot { get; private set; } = null!;

    public KeepMedia Keep { get; set; } = static (file, kind) => (new LocalMedia($"/media/{file.FileName}", kind, file.Mime), null);

    public InboundIntake Intake => _intake ?? throw new InvalidOperationException("not started");

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A file of the pairing store.</summary>
    public string PairingFile(string name) => Path.Combine(_directory["credentials"], name);

    /// <summary>Puts a config in force.</summary>
    public void Config(string json)
    {
        var root = (JsonObject)JsonNode.Parse(json)!;
        Snapshot = new ConfigSnapshot
        {
            Path = "", Exists = true, Parsed = [], Resolved = [], Effective = root, Valid = true, Hash = "",
            Environment = EnvironmentVariables.Empty, Config = OpenClawConfig.From(root),
        };
    }

    public InboundBench Start()
    {
        _intake = Make();
        _intake.Start();
        return this;
    }

    /// <summary>Made but not begun: what it accepts waits on disk.</summary>
    public InboundIntake Make() => _intake = new(new IntakeParts
    {
        Journal = Journal,
        Accounts = Accounts,
        Handler = Handler,
        Config = () => Snapshot,
        Pairing = Pairing,
        Outbox = Outbox,
        IsCommand = static text => text.StartsWith("/status", StringComparison.Ordinal) || text.StartsWith("/activation", StringComparison.Ordinal),
        Keep = (file, kind) => Keep(file, kind),
        Time = Time,
        Logger = NullLogger.Instance,
        Sends = Sends,
        MostInMemory = _mostInMemory,
    });

    /// <summary>Ends the gateway and begins a new one on the same disk.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        Start();
    }

    public async Task StopAsync()
    {
        if (_intake is { } intake)
            await intake.DisposeAsync();
        _intake = null;
    }

    public async Task AcceptAsync(params InboundEvent[] events)
    {
        foreach (var inbound in events)
            Assert.True(await Intake.AcceptAsync(inbound, Ct));
    }

    /// <summary>A message in a direct chat on Telegram.</summary>
    public static InboundEvent Direct(string text, string key, string sender = "777") => new()
    {
        Channel = "telegram",
        AccountId = "default",
        Key = key,
        Kind = "message",
        ChatId = sender,
        ChatType = "direct",
        PeerId = sender,
        MessageId = "1" + new string([.. key.Where(char.IsAsciiDigit)]),
        Sender = new InboundSender(sender, "Ann", "ann") { FirstName = "Ann" },
        Timestamp = Noon,
        Text = text,
        Mentions = new InboundMentions { Detectable = true, OwnName = "our_bot" },
    };

    /// <summary>A message in a group on Telegram.</summary>
    public static InboundEvent Group(string text, string key, string sender = "777", string chat = "-100") =>
        Direct(text, key, sender) with { ChatId = chat, ChatType = "group", PeerId = chat, ChatTitle = "Friends" };

    /// <summary>A message in a direct chat on WhatsApp.</summary>
    public static InboundEvent Phone(string text, string key, string sender = "+4577777777") => Direct(text, key) with
    {
        Channel = "whatsapp",
        ChatId = sender[1..] + "@s.whatsapp.net",
        PeerId = sender,
        Sender = new InboundSender(sender, "Ann", E164: sender, PlatformId: sender[1..] + "@s.whatsapp.net"),
        Mentions = new InboundMentions { Detectable = true, OwnDigits = "4511111111" },
    };

    /// <summary>A message in a group on WhatsApp.</summary>
    public static InboundEvent PhoneGroup(string text, string key, string sender = "+4577777777", string chat = "120@g.us") =>
        Phone(text, key, sender) with { ChatId = chat, ChatType = "group", PeerId = chat, ChatTitle = "Friends" };

    public static InboundMedia Picture(string name, long? size = 3) => new("image", "image/png", name, size, JsonSerializer.SerializeToElement(1));

    /// <summary>Waits for messages that agents took.</summary>
    public async Task<IReadOnlyList<AcceptedMessage>> TakenAsync(int count)
    {
        await Until(() => Handler.Taken.Count >= count);
        return Handler.Taken;
    }

    /// <summary>Waits until so many entries have no end.</summary>
    public Task OpenAsync(int count) => Until(() => Journal.Counts.Inbox == count && Intake.InMemory == 0);

    /// <summary>What became of every entry, oldest first.</summary>
    public async Task<IReadOnlyList<string?>> OutcomesAsync() =>
        [.. (await Journal.ListAsync(new QueueFilter(Box: "inbox", All: true), Ct)).OrderBy(static item => item.Id).Select(static item => item.Detail)];

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
        await StopAsync();
        await Journal.DisposeAsync();
        _directory.Dispose();
    }
}
