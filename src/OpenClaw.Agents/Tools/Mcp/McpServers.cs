using System.Text;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Sessions;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Tools.Mcp;

/// <summary>
/// The tool servers of the configuration (<c>mcp.servers</c>) as a source of tools. They are started at the first need, follow the
/// configuration, and end with their owner. A run waits for them for a few seconds at most.
/// </summary>
public sealed class McpServers(AgentDirectory agents, TimeProvider time) : IToolSource, IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (string Entry, McpServer Server)> _servers = new(StringComparer.Ordinal);
    private readonly List<Task> _ending = [];
    private bool _disposed;

    /// <summary>How each server is, in the order of the configuration. Starts those that were not started yet.</summary>
    public IReadOnlyList<McpServerStatus> Status() => [.. Current().Select(static server => server.Status)];

    /// <inheritdoc/>
    public IEnumerable<ITool> Tools(ToolScene scene) => Current().SelectMany(static server => server.Tools);

    /// <inheritdoc/>
    public Task ReadyAsync(CancellationToken ct) => SettleAsync(s_patience, ct);

    /// <summary>Waits until every server has been reached or has failed once, no longer than <paramref name="patience"/>.</summary>
    public async Task SettleAsync(TimeSpan patience, CancellationToken ct)
    {
        var waiting = Current().Select(static server => server.Settled).Where(static settled => !settled.IsCompleted).ToList();
        if (waiting.Count == 0)
            return;
        using var enough = new CancellationTokenSource(patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, ct);
        await Task.WhenAll(waiting).WaitAsync(both.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        List<Task> ending;
        lock (_lock)
        {
            _disposed = true;
            ending = [.. _ending, .. _servers.Values.Select(static one => one.Server.DisposeAsync().AsTask())];
            _servers.Clear();
        }

        await Task.WhenAll(ending).ConfigureAwait(false);
    }

    /// <summary>The servers as configured now: new entries are started, changed and removed ones ended.</summary>
    private List<McpServer> Current()
    {
        var wanted = agents.Config.Mcp.Servers;
        lock (_lock)
        {
            if (_disposed || (wanted.Count == 0 && _servers.Count == 0))
                return [];
            var entries = agents.Config.Raw?["mcp"]?["servers"] as JsonObject;
            foreach (var (name, one) in _servers.ToList())
            {
                if (wanted.TryGetValue(name, out var config) && IsUsable(config) && one.Entry == Entry(entries, name))
                    continue;
                _servers.Remove(name);
                _ending.RemoveAll(static task => task.IsCompleted);
                _ending.Add(one.Server.DisposeAsync().AsTask());
            }

            var result = new List<McpServer>();
            foreach (var (name, config) in wanted.Where(static pair => IsUsable(pair.Value)))
            {
                if (!_servers.TryGetValue(name, out var one))
                    _servers[name] = one = (Entry(entries, name), Start(name, config));
                result.Add(one.Server);
            }

            return result;
        }
    }

    private McpServer Start(string name, McpServerConfig config)
    {
        var (environment, paths) = (agents.Environment, agents.Paths);
        return new McpServer(name, config, (changed, ct) => McpConnection.OpenAsync(name, config, environment, paths, changed, ct), time);
    }

    private static bool IsUsable(McpServerConfig config) => config.Enabled && (config.Command is null) != (config.Url is null);

    private static string Entry(JsonObject? entries, string name) =>
        entries?[name] is { } entry ? Encoding.UTF8.GetString(StoreJson.Write(entry, indented: false)) : string.Empty;
}
