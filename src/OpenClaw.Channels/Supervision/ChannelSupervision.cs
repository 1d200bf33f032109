using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Outbound;
using OpenClaw.Configuration;

namespace OpenClaw.Channels.Supervision;

/// <summary>
/// Owns every account of every channel: starts them together, restarts what ended, follows the config one account at a time, and stops them.
/// Safe from any thread.
/// </summary>
public sealed class ChannelSupervision : IAccountDirectory, IAccountControl, IAsyncDisposable
{
    private static readonly string[] s_skips = ["OPENCLAW_SKIP_CHANNELS", "OPENCLAW_SKIP_PROVIDERS"];

    private readonly IReadOnlyList<IChannel> _known;
    private readonly Func<ConfigSnapshot> _config;
    private readonly Func<IChannel, string, AccountHost> _hosts;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ConcurrentDictionary<(string Channel, string AccountId), AccountSupervisor> _accounts = new();
    private readonly Channel<bool> _wishes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _stop = new();
    private Task _following = Task.CompletedTask;
    private volatile Loaded? _loaded;

    /// <summary>Makes it; nothing is read or started.</summary>
    /// <param name="channels">Channels of this program, in display order.</param>
    /// <param name="config">The config in force.</param>
    /// <param name="hosts">What an account of a channel lives in; <see cref="AccountHost.Changed"/> is told of everything that happens to it.</param>
    /// <param name="time">Clock.</param>
    /// <param name="logger">Told of what concerns no account in particular.</param>
    public ChannelSupervision(
        IReadOnlyList<IChannel> channels, Func<ConfigSnapshot> config, Func<IChannel, string, AccountHost> hosts, TimeProvider time, ILogger logger)
    {
        (_known, _config, _hosts, _time, _logger) = (channels, config, hosts, time, logger);
        Activity = new ActivityMap(time);
    }

    /// <inheritdoc/>
    public event Action<IChannelAccount>? Changed;

    /// <summary>Last traffic of the accounts.</summary>
    public ActivityMap Activity { get; }

    /// <inheritdoc/>
    public IReadOnlyList<IChannel> Channels
    {
        get
        {
            var config = _config();
            var loaded = _loaded;
            if (loaded?.Config != config)
                _loaded = loaded = new Loaded(config, LoadedChannels.Of(_known, config));
            return loaded.Channels;
        }
    }

    /// <summary>The variable that keeps channels from being started; null: they are.</summary>
    public string? SkippedBy => s_skips.FirstOrDefault(_config().Environment.IsTruthy);

    /// <inheritdoc/>
    public IChannel? Find(string? channel) =>
        channel?.Trim() is { Length: > 0 } name ? Channels.FirstOrDefault(c => Same(c.Description.Id, name) || c.Description.Aliases.Any(a => Same(a, name))) : null;

    /// <inheritdoc/>
    public IChannelAccount? Running(string channel, string? accountId) =>
        Find(channel) is { } found ? Supervisor(found, accountId)?.Account : null;

    /// <inheritdoc/>
    public SendFault? Unavailable(string channel, string? accountId)
    {
        if (Find(channel) is not { } found)
            return new SendFault(SendFaultKind.Unsupported, $"unsupported channel: {channel}");
        var config = _config();
        var id = accountId ?? found.DefaultAccountId(config);
        return Availability.Of(found, id, Supervisor(found, id), config, _time);
    }

    /// <inheritdoc/>
    public void NoteActivity(string channel, string accountId, bool inbound) => Activity.Note(channel, accountId, inbound);

    /// <summary>How an account is; one that was never started has an empty state.</summary>
    public AccountRuntime Runtime(IChannel channel, string accountId) => Supervisor(channel, accountId)?.Runtime ?? new AccountRuntime();

    /// <summary>What an account lives in.</summary>
    public AccountHost HostOf(IChannel channel, string accountId) => _hosts(channel, accountId);

    /// <inheritdoc/>
    public AccountHost HostOf(string channel, string accountId) => _hosts(Known(channel), accountId);

    /// <inheritdoc/>
    public async Task<IAsyncDisposable> HoldAsync(string channel, string accountId, CancellationToken ct)
    {
        var account = Ensure(Known(channel), accountId);
        await account.HoldAsync(ct).ConfigureAwait(false);
        return new AccountHold(account, () => ReleasedAsync(account));
    }

    /// <summary>Starts every account, all at once, and from then on follows the config. Does not wait for connections.</summary>
    public async Task StartAsync()
    {
        if (SkippedBy is { } variable)
            SupervisionLog.Skipped(_logger, variable);
        await ApplyAsync().ConfigureAwait(false);
        _following = FollowAsync(_stop.Token);
    }

    /// <summary>The config changed, or credentials may have: look at it soon. Returns at once.</summary>
    public void Follow() => _wishes.Writer.TryWrite(true);

    /// <summary>
    /// Brings the accounts in line with the config in force: starts new ones, stops those that are gone, restarts those whose own settings
    /// changed. All others go on undisturbed.
    /// </summary>
    public async Task ApplyAsync()
    {
        _loaded = null;
        var config = _config();
        var wanted = Channels.SelectMany(channel => channel.AccountIds(config).Select(id => (Channel: channel, Id: id))).ToList();
        var keys = wanted.Select(w => (w.Channel.Description.Id, w.Id)).ToHashSet();
        var work = new List<Task>();
        foreach (var (key, account) in _accounts.Where(entry => !keys.Contains(entry.Key) && !entry.Value.IsHeld))
        {
            if (_accounts.TryRemove(new(key, account)))
                work.Add(account.DisposeAsync().AsTask());
        }

        if (SkippedBy is null)
            work.AddRange(wanted.Select(w => Ensure(w.Channel, w.Id).FollowAsync()));
        await Task.WhenAll(work).ConfigureAwait(false);
    }

    /// <summary>Starts an account, unless it runs or cannot. Does not wait for the connection.</summary>
    public Task StartAccountAsync(IChannel channel, string accountId)
    {
        _loaded = null;
        return _stop.IsCancellationRequested ? Task.CompletedTask : Ensure(channel, accountId).StartAsync();
    }

    /// <summary>Stops an account until it is started again or its settings change.</summary>
    /// <param name="channel">Its channel.</param>
    /// <param name="accountId">Its id.</param>
    /// <param name="reason">Shown as last error; null: nothing is wrong.</param>
    public Task StopAccountAsync(IChannel channel, string accountId, string? reason = null) => Ensure(channel, accountId).StopAsync(reason);

    /// <summary>Stops and starts an account.</summary>
    public async Task RestartAccountAsync(IChannel channel, string accountId)
    {
        await StopAccountAsync(channel, accountId).ConfigureAwait(false);
        await StartAccountAsync(channel, accountId).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
            return;
        await _stop.CancelAsync().ConfigureAwait(false);
        await _following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_accounts.Values.Select(static account => account.DisposeAsync().AsTask())).ConfigureAwait(false);
    }

    private async Task FollowAsync(CancellationToken stop)
    {
        await foreach (var _ in _wishes.Reader.ReadAllAsync(stop).ConfigureAwait(false))
        {
            try
            {
                await ApplyAsync().ConfigureAwait(false);
            }
            catch (Exception e)
            {
                SupervisionLog.NotFollowed(_logger, e);
            }
        }
    }

    // An account that the config does not name goes with the next change.
    private Task ReleasedAsync(AccountSupervisor account)
    {
        _loaded = null;
        var isNamed = Channels.Contains(account.Channel) && account.Channel.AccountIds(_config()).Contains(account.AccountId);
        return isNamed && SkippedBy is null ? StartAccountAsync(account.Channel, account.AccountId) : Task.CompletedTask;
    }

    private IChannel Known(string channel) =>
        _known.FirstOrDefault(c => Same(c.Description.Id, channel)) ?? throw new ArgumentException($"no such channel: {channel}", nameof(channel));

    private static bool Same(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private AccountSupervisor? Supervisor(IChannel channel, string? accountId) =>
        _accounts.GetValueOrDefault((channel.Description.Id, accountId ?? channel.DefaultAccountId(_config())));

    private AccountSupervisor Ensure(IChannel channel, string accountId) =>
        _accounts.GetOrAdd((channel.Description.Id, accountId), _ =>
            new AccountSupervisor(channel, accountId, _hosts(channel, accountId), Pause, account => Changed?.Invoke(account)));

    private static TimeSpan Pause(int failures) => Backoff.Default.After(failures, Random.Shared.NextDouble());

    private sealed record Loaded(ConfigSnapshot Config, IReadOnlyList<IChannel> Channels);
}
