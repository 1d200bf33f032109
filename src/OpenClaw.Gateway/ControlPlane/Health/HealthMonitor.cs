using System.Text.Json;
using Microsoft.Extensions.Logging;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Health;

namespace OpenClaw.Gateway.ControlPlane.Health;

/// <summary>
/// The gateway's health, refreshed by one run at a time whoever asks (spec 01 §11, 02 §2). A refresh is broadcast when something besides
/// its times changed.
/// </summary>
internal sealed class HealthMonitor(
    IHealthReporter reporter, StateVersions versions, Broadcaster broadcaster, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    private static readonly TimeSpan s_fresh = TimeSpan.FromMilliseconds(ProtocolLimits.HealthRefreshMs);
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private Task<HealthResult>? _run;
    private HealthResult? _last;
    private byte[] _lastContent = [];
    private JsonElement? _snapshot;

    /// <summary>The last result as JSON for hello-ok; <c>{}</c> before the first.</summary>
    public JsonElement Snapshot
    {
        get
        {
            lock (_gate)
                return _snapshot ??= JsonSerializer.SerializeToElement(_last, ProtocolJson.Default.HealthResult) is { ValueKind: JsonValueKind.Object } json
                    ? json
                    : EmptyObject;
        }
    }

    /// <summary><c>{}</c>.</summary>
    public static JsonElement EmptyObject { get; } = JsonDocument.Parse("{}").RootElement.Clone();

    /// <summary>The cached result while it is fresh (a refresh follows in the background), else a new one.</summary>
    public async ValueTask<HealthResult> GetAsync(bool probe, CancellationToken cancellationToken)
    {
        HealthResult? cached;
        lock (_gate)
            cached = _last;
        if (!probe && cached is not null && time.GetUtcNow().ToUnixTimeMilliseconds() - cached.Ts < s_fresh.TotalMilliseconds)
        {
            RefreshSoon(probe: false);
            return cached;
        }
        return await Refresh(probe).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Starts a refresh, or joins the one that runs; nobody waits for it.</summary>
    public void RefreshSoon(bool probe) => _ = Refresh(probe);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        Task? run;
        lock (_gate)
            run = _run;
        if (run is not null)
            await run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private Task<HealthResult> Refresh(bool probe)
    {
        lock (_gate)
        {
            if (_run is { IsCompleted: false } running)
                return running;
            return _run = Task.Run(() => RunAsync(probe));
        }
    }

    private async Task<HealthResult> RunAsync(bool probe)
    {
        try
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            deadline.CancelAfter(s_limit);
            var started = time.GetTimestamp();
            var report = await reporter.ReportAsync(probe, deadline.Token).ConfigureAwait(false);
            var result = report with
            {
                Ts = time.GetUtcNow().ToUnixTimeMilliseconds(),
                DurationMs = (long)time.GetElapsedTime(started).TotalMilliseconds,
            };
            var content = ContentOf(result);
            bool changed;
            lock (_gate)
            {
                changed = !content.AsSpan().SequenceEqual(_lastContent);
                _last = result;
                _lastContent = content;
                _snapshot = null;
            }
            var version = versions.NextHealth();
            if (changed)
                broadcaster.Publish(ProtocolEvents.Health, result, version);
            return result;
        }
        catch (Exception e)
        {
            if (!_stop.IsCancellationRequested)
                HealthLog.Failed(logger, e);
            throw;
        }
    }

    private static byte[] ContentOf(HealthResult result)
    {
        var still = result with { Ts = 0, DurationMs = 0, Channels = StillChannels.Of(result.Channels), LinkChannel = result.LinkChannel is { } link ? link with { AuthAgeMs = null } : null, Sessions = Still(result.Sessions), Agents = [.. result.Agents.Select(a => a with { Sessions = Still(a.Sessions) })] };
        return JsonSerializer.SerializeToUtf8Bytes(still, ProtocolJson.Default.HealthResult);
    }

    private static SessionsGlance Still(SessionsGlance sessions) =>
        sessions with { Recent = [.. sessions.Recent.Select(r => r with { Age = null })] };
}
