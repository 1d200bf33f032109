using System.Collections.Concurrent;
using OpenClaw.Channels.Inbound;

namespace OpenClaw.Channels.Tests.Inbound.Support;

/// <summary>Agents that take every message and never answer, or do what a test says.</summary>
internal sealed class RecordingHandler : IInboundHandler
{
    private readonly ConcurrentQueue<AcceptedMessage> _taken = new();

    /// <summary>What was taken, in order.</summary>
    public IReadOnlyList<AcceptedMessage> Taken => [.. _taken];

    public IReadOnlyList<string> Texts => [.. _taken.Select(static message => message.Text)];

    public ConcurrentQueue<(string SessionKey, string Text)> Notes { get; } = new();

    /// <summary>Called before a message is taken.</summary>
    public Func<AcceptedMessage, CancellationToken, Task> Before { get; set; } = static (_, _) => Task.CompletedTask;

    /// <summary>Called with every message that was taken.</summary>
    public Action<AcceptedMessage> After { get; set; } = static _ => { };

    /// <summary>The agent; its session follows the peer.</summary>
    public Func<InboundRoute, InboundRoute> Routing { get; set; } = static route => route;

    public HashSet<string> Agents { get; } = ["main"];

    public InboundRoute Route(InboundPeer peer) => Routing(new InboundRoute("main", $"agent:main:{peer.Channel}:{peer.PeerId}", "agent:main:main"));

    public InboundRoute? RouteTo(string agentId, InboundPeer peer) =>
        Agents.Contains(agentId) ? Routing(new InboundRoute(agentId, $"agent:{agentId}:{peer.Channel}:{peer.PeerId}", $"agent:{agentId}:main")) : null;

    public async Task HandleAsync(AcceptedMessage message, CancellationToken ct)
    {
        await Before(message, ct);
        _taken.Enqueue(message);
        After(message);
    }

    public void Note(string sessionKey, string text) => Notes.Enqueue((sessionKey, text));
}
