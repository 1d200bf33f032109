using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using OpenClaw.Agents.Prompts;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Tools.Mcp;

/// <summary>
/// One tool server: connected by a loop of its own, connected again with growing pauses when it goes away, and ended with the gateway.
/// </summary>
internal sealed class McpServer : IAsyncDisposable
{
    private const int MaxTools = 200;
    private const int MaxDescription = 4000;

    // A server that lasted this long was well; its next failure starts over with the shortest pause.
    private static readonly TimeSpan s_well = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan[] s_pauses = [.. new[] { 1, 2, 5, 10, 30, 60 }.Select(static seconds => TimeSpan.FromSeconds(seconds))];

    private readonly string _name;
    private readonly McpServerConfig _config;
    private readonly Func<Action, CancellationToken, Task<McpClient>> _open;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _loop;
    private volatile Snapshot _now = new(McpServerState.Connecting, null, null, null, []);

    /// <summary>Starts connecting.</summary>
    /// <param name="name">Name in the configuration.</param>
    /// <param name="config">Its entry.</param>
    /// <param name="open">Opens a connection; the action is called when the server's tools change.</param>
    /// <param name="time">Clock of pauses and deadlines.</param>
    public McpServer(string name, McpServerConfig config, Func<Action, CancellationToken, Task<McpClient>> open, TimeProvider time)
    {
        _name = name;
        _config = config;
        _open = open;
        _time = time;
        _loop = Task.Run(() => SuperviseAsync(_stop.Token));
    }

    /// <summary>Ends when the first attempt has succeeded or failed.</summary>
    public Task Settled => _settled.Task;

    /// <summary>Its tools; none while it is away.</summary>
    public IReadOnlyList<ITool> Tools => _now.Tools;

    /// <summary>How it is now.</summary>
    public McpServerStatus Status
    {
        get
        {
            var now = _now;
            return new McpServerStatus
            {
                Name = _name,
                Transport = _config.Url is null ? "stdio" : "http",
                State = now.State,
                Error = now.Error,
                Server = now.Server,
                Tools = [.. now.Tools.Select(static tool => tool.Definition)],
            };
        }
    }

    /// <summary>Uses one of its tools.</summary>
    public async Task<ToolResult> CallAsync(string shown, string tool, Dictionary<string, JsonElement> arguments, CancellationToken ct)
    {
        if (_now.Client is not { } client)
            return ToolResult.Error(shown, $"the tool server {_name} is not connected{(_now.Error is { } error ? $": {error}" : string.Empty)}");
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(_config.TimeoutSeconds), _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, ct, _stop.Token);
        try
        {
            var request = new CallToolRequestParams { Name = tool, Arguments = arguments };
            return McpResults.Of(await client.CallToolAsync(request, both.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return ToolResult.Error(shown, deadline.IsCancellationRequested
                ? $"no answer within {_config.TimeoutSeconds} seconds (mcp.servers.{_name}.timeoutSeconds)"
                : $"the tool server {_name} was stopped");
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            return ToolResult.Error(shown, McpSecrets.Hide(McpSecrets.Reason(problem), _config));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task SuperviseAsync(CancellationToken ct)
    {
        for (var failures = 0; !ct.IsCancellationRequested;)
        {
            var started = _time.GetTimestamp();
            try
            {
                var why = await ServeAsync(ct).ConfigureAwait(false);
                _now = new Snapshot(McpServerState.Failed, why, null, null, []);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                break;
            }
            catch (Exception problem)
            {
                // Whatever a foreign program does, it is reported and tried again.
                var text = problem is OperationCanceledException ? $"not connected within {_config.ConnectTimeoutSeconds} seconds" : McpSecrets.Reason(problem);
                _now = new Snapshot(McpServerState.Failed, McpSecrets.Hide(text, _config), null, null, []);
            }

            _settled.TrySetResult();
            failures = _time.GetElapsedTime(started) >= s_well ? 0 : failures;
            var pause = s_pauses[Math.Min(failures++, s_pauses.Length - 1)];
            await Task.Delay(pause, _time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _settled.TrySetResult();
    }

    /// <summary>Serves until the connection ends; tells why it did.</summary>
    private async Task<string> ServeAsync(CancellationToken ct)
    {
        using var changed = new SemaphoreSlim(0);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(_config.ConnectTimeoutSeconds), _time);
        using var opening = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, ct);
        var client = await _open(() => changed.Release(), opening.Token).ConfigureAwait(false);
        try
        {
            await ListAsync(client, opening.Token).ConfigureAwait(false);
            deadline.CancelAfter(Timeout.InfiniteTimeSpan);
            _settled.TrySetResult();
            while (true)
            {
                var next = changed.WaitAsync(ct);
                if (await Task.WhenAny(client.Completion, next).ConfigureAwait(false) != next)
                {
                    changed.Release();
                    await next.ConfigureAwait(false);
                    break;
                }

                await next.ConfigureAwait(false);
                while (changed.Wait(0, CancellationToken.None))
                {
                    // Several changes are seen by one look.
                }

                using var listing = CancellationTokenSource.CreateLinkedTokenSource(ct);
                listing.CancelAfter(TimeSpan.FromSeconds(_config.ConnectTimeoutSeconds));
                await ListAsync(client, listing.Token).ConfigureAwait(false);
            }

            var end = await client.Completion.ConfigureAwait(false);
            return McpSecrets.Hide(end.Exception is { } problem ? McpSecrets.Reason(problem) : "the server ended the connection", _config);
        }
        finally
        {
            _now = _now with { State = McpServerState.Connecting, Client = null, Tools = [] };
            await client.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task ListAsync(McpClient client, CancellationToken ct)
    {
        var tools = new List<ITool>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var remote in await client.ListToolsAsync((RequestOptions?)null, ct).ConfigureAwait(false))
        {
            if (tools.Count == MaxTools || (_config.Tools.Count > 0 && !_config.Tools.Contains(remote.Name)))
                continue;
            var name = ToolNames.Distinct(ToolNames.Of(_name, remote.Name), _name, remote.Name, taken);
            tools.Add(new McpTool(this, remote.Name, new ToolDefinition
            {
                Name = name,
                Summary = Short(remote.Title ?? remote.Description, 100),
                Description = Short(remote.Description is { Length: > 0 } text ? text : $"Tool {remote.Name} of the server {_name}", MaxDescription),
                Parameters = FlatSchema.Of(remote.JsonSchema),
                Source = $"mcp:{_name}",
            }));
        }

        _now = new Snapshot(McpServerState.Ready, null, client.ServerInfo is { } info ? $"{info.Name} {info.Version}" : null, client, tools);
    }

    private static string Short(string? text, int max)
    {
        var clean = ExternalContent.Neutralise(text ?? string.Empty).Trim();
        if (max <= 100)
            clean = clean.Split('\n')[0].Trim();
        return clean.Length > max ? clean[..max] + "…" : clean;
    }

    private sealed record Snapshot(McpServerState State, string? Error, string? Server, McpClient? Client, IReadOnlyList<ITool> Tools);
}
