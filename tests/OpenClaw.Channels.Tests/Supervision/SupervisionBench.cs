using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Supervision;
using OpenClaw.Channels.Tests.Support;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Paths;

namespace OpenClaw.Channels.Tests.Supervision;

/// <summary>A supervision over scripted channels, with a clock and a config of its own.</summary>
internal sealed class SupervisionBench : IAsyncDisposable
{
    private volatile ConfigSnapshot _config;
    private volatile TaskCompletionSource _happened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SupervisionBench(string channels, params ScriptedChannel[] known)
    {
        _config = Snapshot(channels);
        Known = known.Length == 0 ? [new ScriptedChannel()] : known;
        Supervision = new ChannelSupervision(Known, () => _config, Host, Time, NullLogger.Instance);
    }

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000));

    public ChannelSupervision Supervision { get; }

    public IReadOnlyList<ScriptedChannel> Known { get; }

    public ScriptedChannel Telegram => Known[0];

    public IReadOnlyList<string> AccountIds => Telegram.AccountIds(_config);

    public AccountRuntime Runtime(string accountId) => Supervision.Runtime(Telegram, accountId);

    public Task ChangeAsync(string channels)
    {
        _config = Snapshot(channels);
        return Supervision.ApplyAsync();
    }

    /// <summary>Waits until something is so, looking whenever an account reports and a little later at the latest.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            var happened = _happened.Task;
            if (condition())
                return;
            await Task.WhenAny(happened, Task.Delay(20, deadline.Token)).ConfigureAwait(false);
            deadline.Token.ThrowIfCancellationRequested();
        }
    }

    public ValueTask DisposeAsync() => Supervision.DisposeAsync();

    private AccountHost Host(IChannel channel, string accountId) => new()
    {
        Config = () => _config,
        Paths = ConfigPaths.Resolve(new EnvironmentVariables([new("HOME", "/nowhere")]), ProfileSelection.None),
        Intake = new NoIntake(),
        Download = static (_, _, _) => Task.FromResult(new FetchedMedia(null)),
        Time = Time,
        Logger = NullLogger.Instance,
        Changed = () => Interlocked.Exchange(ref _happened, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult(),
    };

    private static ConfigSnapshot Snapshot(string channels)
    {
        var raw = new JsonObject { ["channels"] = JsonNode.Parse(channels) };
        return new ConfigSnapshot
        {
            Path = "",
            Exists = true,
            Parsed = [],
            Resolved = [],
            Effective = raw,
            Valid = true,
            Hash = "",
            Environment = EnvironmentVariables.Empty,
            Config = OpenClawConfig.From(raw),
        };
    }

    private sealed class NoIntake : IInboundIntake
    {
        public Task<bool> AcceptAsync(InboundEvent inbound, CancellationToken ct) => Task.FromResult(true);
    }
}
