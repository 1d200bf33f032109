using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using OpenClaw.Agents.Tools.Web;

namespace OpenClaw.Agents.Tests.Support;

/// <summary>
/// An internet of names that the test makes up. Connections to any address end at one loopback server, and every one of them is noted.
/// </summary>
internal sealed class ScriptedNetwork(int port = 0) : INetwork
{
    private readonly ConcurrentDictionary<string, Queue<string[]>> _names = new();

    /// <summary>Addresses that were connected to.</summary>
    public ConcurrentQueue<IPEndPoint> Connects { get; } = new();

    /// <summary>Names that were looked up.</summary>
    public ConcurrentQueue<string> Lookups { get; } = new();

    /// <summary>Each answer is given once, the last one for ever.</summary>
    public ScriptedNetwork Name(string host, params string[][] answers)
    {
        _names[host] = new Queue<string[]>(answers);
        return this;
    }

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken ct)
    {
        Lookups.Enqueue(host);
        if (!_names.TryGetValue(host, out var answers))
            throw new SocketException((int)SocketError.HostNotFound);
        var answer = answers.Count > 1 ? answers.Dequeue() : answers.Peek();
        return Task.FromResult<IReadOnlyList<IPAddress>>([.. answer.Select(IPAddress.Parse)]);
    }

    public async Task<Stream> ConnectAsync(IPEndPoint place, CancellationToken ct)
    {
        Connects.Enqueue(place);
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, ct);
        return client.GetStream();
    }
}
