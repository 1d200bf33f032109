using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Outbound;

namespace OpenClaw.Channels.Tests.Inbound.Support;

/// <summary>An account that notes what it is asked to do, and whose downloads do what a test says.</summary>
internal sealed class StandInAccount(string accountId) : IChannelAccount
{
    private readonly Lock _gate = new();
    private readonly List<ChannelAction> _done = [];

    public string AccountId => accountId;

    public AccountState State { get; set; } = new();

    public bool IsReady => true;

    /// <summary>What it was asked to do, in order.</summary>
    public IReadOnlyList<ChannelAction> Done
    {
        get
        {
            lock (_gate)
                return [.. _done];
        }
    }

    /// <summary>Acts of one kind.</summary>
    public IReadOnlyList<ChannelAction> Acts(string name) => [.. Done.Where(action => action.Name == name)];

    public Func<ChannelAction, CancellationToken, Task<ActionResult>> Act { get; set; } = static (_, _) => Task.FromResult(ActionResult.Done);

    public Func<InboundMedia, long, CancellationToken, Task<FetchedMedia>> Fetch { get; set; } =
        static (media, _, _) => Task.FromResult(new FetchedMedia($"/downloads/{media.FileName}", media.Mime, media.FileName, 3));

    public Task<ActionResult> ActAsync(ChannelAction action, CancellationToken ct)
    {
        lock (_gate)
            _done.Add(action);
        return Act(action, ct);
    }

    public Task<FetchedMedia> FetchAsync(InboundMedia media, long maxBytes, CancellationToken ct) => Fetch(media, maxBytes, ct);

    public Task RunAsync(CancellationToken stop) => throw new NotSupportedException();

    public Task<PartResult> SendAsync(OutboundPart part, string clientId, CancellationToken ct) => throw new NotSupportedException();

    public Task<ProbeResult?> ProbeAsync(TimeSpan timeout, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => default;
}
