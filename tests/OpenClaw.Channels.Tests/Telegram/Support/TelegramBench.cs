using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Telegram;
using OpenClaw.Channels.Tests.Support;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Loading;
using OpenClaw.Configuration.Paths;
using OpenClaw.Configuration.Writing;
using OpenClaw.Testing.Telegram;

namespace OpenClaw.Channels.Tests.Telegram.Support;

/// <summary>A Telegram account over a Bot API on loopback, with a config file, a clock and a journal that does what a test says.</summary>
internal sealed class TelegramBench : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ConcurrentQueue<string> _log = new();
    private readonly List<Run> _runs = [];

    private TelegramBench(BotApiServer server, JsonObject telegram, JsonObject? more, IReadOnlyDictionary<string, string> environment)
    {
        Server = server;
        Environment = new EnvironmentVariables([new("HOME", _directory.Path), .. environment]);
        Paths = ConfigPaths.Resolve(Environment.With("OPENCLAW_STATE_DIR", _directory.Path), ProfileSelection.None);
        var config = more?.DeepClone().AsObject() ?? [];
        config["channels"] = new JsonObject { ["telegram"] = telegram.DeepClone() };
        File.WriteAllText(Paths.ConfigFile, config.ToJsonString());
        var loaded = ConfigLoader.Load(Paths, Environment);
        Assert.True(loaded.Valid, string.Join('\n', loaded.Issues));
        Store = new ConfigStore(loaded, Paths, Environment, new ConfigFileWriter(Paths, Environment, TimeProvider.System));
        Channel = new TelegramChannel(new TelegramOptions { Paths = Paths, Time = Time, Writer = Store, Commands = (_, _) => Commands });
    }

    public BotApiServer Server { get; }

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UnixEpoch.AddDays(20_000));

    public EnvironmentVariables Environment { get; }

    public ConfigPaths Paths { get; }

    public ConfigStore Store { get; }

    public TelegramChannel Channel { get; }

    public IReadOnlyList<TelegramCommand> Commands { get; set; } = [];

    public RecordingIntake Intake { get; } = new();

    public string Log => string.Join('\n', _log);

    public string StateFile(string name) => Path.Combine(Paths.StateDir, "telegram", name);

    /// <summary>A bot with a token, not started.</summary>
    public static async Task<TelegramBench> CreateAsync(
        string telegram = "{}", bool withToken = true, string? more = null, params (string Name, string Value)[] environment)
    {
        var server = await BotApiServer.StartAsync();
        var section = JsonNode.Parse(telegram)!.AsObject();
        section["apiRoot"] = server.Root;
        if (withToken)
            section["botToken"] = server.Token;
        return new TelegramBench(server, section, more is null ? null : JsonNode.Parse(more)!.AsObject(), environment.ToDictionary(static e => e.Name, static e => e.Value));
    }

    /// <summary>Starts an account; it is connected and polls when this completes.</summary>
    public static async Task<(TelegramBench Bench, Run Run)> StartAsync(string telegram = "{}")
    {
        var bench = await CreateAsync(telegram);
        var run = bench.Start();
        await bench.UntilAsync(() => run.Account.IsReady && bench.Server.CallsOf("getUpdates").Count > 0);
        return (bench, run);
    }

    public Run Start(string accountId = "default")
    {
        var run = new Run(Channel.Open(accountId, Host()));
        _runs.Add(run);
        return run;
    }

    public AccountHost Host() => new()
    {
        Config = () => Store.Current,
        Paths = Paths,
        Intake = Intake,
        Download = static (_, _, _) => Task.FromResult(new FetchedMedia(null, Problem: "no downloads here")),
        Time = Time,
        Logger = new ListLogger(_log),
    };

    public string NewFile(string name, byte[] content)
    {
        var path = Path.Combine(Paths.StateDir, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Waits for something, giving the clock a push whenever nothing happens by itself.</summary>
    public async Task UntilAsync(Func<bool> condition, TimeSpan? step = null)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            if (step is { } push)
                Time.Advance(push);
            await Task.Delay(5, CancellationToken.None);
            Assert.False(deadline.IsCancellationRequested, $"it did not happen; calls: {string.Join(' ', Server.Calls.Select(c => c.Method))}; log: {Log}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var run in _runs)
            await run.DisposeAsync();
        await Server.DisposeAsync();
        _directory.Dispose();
    }

    /// <summary>One life of an account.</summary>
    internal sealed class Run : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private bool _disposed;

        public Run(IChannelAccount account)
        {
            Account = account;
            End = Task.Run(() => account.RunAsync(_stop.Token));
        }

        public IChannelAccount Account { get; }

        public Task End { get; }

        public async Task StopAsync()
        {
            await _stop.CancelAsync();
            await End.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        public async ValueTask DisposeAsync()
        {
            if (_disposed)
                return;
            _disposed = true;
            await StopAsync();
            await Account.DisposeAsync();
            _stop.Dispose();
        }
    }

    private sealed class ListLogger(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception));
    }
}
