using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Outbound;

namespace OpenClaw.Channels.Tests.Support;

/// <summary>An account of a <see cref="ScriptedChannel"/>.</summary>
internal sealed class ScriptedAccount(string accountId, AccountHost host, Func<ScriptedAccount, CancellationToken, Task> run) : IChannelAccount
{
    private volatile AccountState _state = new();

    public string AccountId => accountId;

    public AccountHost Host => host;

    public AccountState State => _state;

    public bool IsReady => _state.Connected;

    /// <summary>Everything that was sent, in order.</summary>
    public List<OutboundPart> Sent { get; } = [];

    /// <summary>Everything that was done besides, in order.</summary>
    public List<ChannelAction> Done { get; } = [];

    /// <summary>Why sends and actions fail; null: they do not.</summary>
    public SendFault? Fault { get; set; }

    public bool Disposed { get; private set; }

    /// <summary>Connects and stays so until it is stopped.</summary>
    public static async Task StayConnected(ScriptedAccount account, CancellationToken stop)
    {
        account.Become(state => state with { Connected = true });
        await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Changes the state and says so.</summary>
    public void Become(Func<AccountState, AccountState> change)
    {
        _state = change(_state);
        host.Changed();
    }

    public Task RunAsync(CancellationToken stop) => run(this, stop);

    public Task<PartResult> SendAsync(OutboundPart part, string clientId, CancellationToken ct)
    {
        lock (Sent)
        {
            if (Fault is { } fault)
                return Task.FromResult(PartResult.Failed(fault));
            Sent.Add(part);
            return Task.FromResult(new PartResult($"m{Sent.Count}", part.ChatId, part.Poll is null ? null : "p1"));
        }
    }

    public Task<ActionResult> ActAsync(ChannelAction action, CancellationToken ct)
    {
        lock (Sent)
        {
            if (Fault is { } fault)
                return Task.FromResult(new ActionResult(fault));
            Done.Add(action);
            return Task.FromResult(ActionResult.Done);
        }
    }

    public Task<FetchedMedia> FetchAsync(InboundMedia media, long maxBytes, CancellationToken ct) => Task.FromResult(new FetchedMedia(null, Problem: "none"));

    public Task<ProbeResult?> ProbeAsync(TimeSpan timeout, CancellationToken ct) => Task.FromResult<ProbeResult?>(null);

    public ValueTask DisposeAsync()
    {
        Disposed = true;
        return default;
    }
}
