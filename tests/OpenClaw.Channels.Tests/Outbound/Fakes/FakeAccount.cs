using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Outbound;

namespace OpenClaw.Channels.Tests.Outbound.Fakes;

/// <summary>An account that notes what it is given and answers as it is told.</summary>
internal sealed class FakeAccount(string accountId = "default") : IChannelAccount
{
    private readonly Lock _gate = new();
    private readonly List<(OutboundPart Part, string ClientId)> _sends = [];
    private int _under;

    public string AccountId => accountId;

    public AccountState State => new();

    public bool IsReady { get; set; } = true;

    /// <summary>How it answers; at first it takes everything.</summary>
    public Func<OutboundPart, CancellationToken, Task<PartResult>> Answer { get; set; } =
        static (part, _) => Task.FromResult(new PartResult("m-" + part.Text, part.ChatId));

    public IReadOnlyList<(OutboundPart Part, string ClientId)> Sends
    {
        get
        {
            lock (_gate)
                return [.. _sends];
        }
    }

    public IReadOnlyList<string> Texts => [.. Sends.Select(send => send.Part.Text)];

    /// <summary>Most sends that were under way at once.</summary>
    public int Most { get; private set; }

    public async Task<PartResult> SendAsync(OutboundPart part, string clientId, CancellationToken ct)
    {
        lock (_gate)
        {
            _sends.Add((part, clientId));
            Most = Math.Max(Most, ++_under);
        }

        try
        {
            return await Answer(part, ct);
        }
        finally
        {
            lock (_gate)
                _under--;
        }
    }

    public void Fails(SendFault fault) => Answer = (_, _) => Task.FromResult(PartResult.Failed(fault));

    /// <summary>Fails so many times, then takes everything.</summary>
    public void FailsFirst(int times, SendFault fault)
    {
        var left = times;
        Answer = (part, _) => Task.FromResult(Interlocked.Decrement(ref left) >= 0 ? PartResult.Failed(fault) : new PartResult("m-" + part.Text, part.ChatId));
    }

    public Task RunAsync(CancellationToken stop) => throw new NotSupportedException();

    public Task<ActionResult> ActAsync(ChannelAction action, CancellationToken ct) => throw new NotSupportedException();

    public Task<FetchedMedia> FetchAsync(InboundMedia media, long maxBytes, CancellationToken ct) => throw new NotSupportedException();

    public Task<ProbeResult?> ProbeAsync(TimeSpan timeout, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
