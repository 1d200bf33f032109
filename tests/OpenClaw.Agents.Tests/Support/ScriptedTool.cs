using System.Text.Json;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Tests.Support;

/// <summary>A tool that does what the test says, and keeps what it was asked.</summary>
internal sealed class ScriptedTool(string name, Func<ToolCall, CancellationToken, Task<ToolResult>> work) : ITool, IToolSource
{
    private readonly Lock _gate = new();
    private readonly List<ToolCall> _calls = [];

    public ScriptedTool(string name, string answer)
        : this(name, (_, _) => Task.FromResult(ToolResult.Text(answer)))
    {
    }

    public ToolDefinition Definition { get; } = Define(name);

    /// <summary>Set when the tool was first called.</summary>
    public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Most calls at work at the same time.</summary>
    public int Peak { get; private set; }

    public IReadOnlyList<ToolCall> Calls
    {
        get
        {
            lock (_gate)
                return [.. _calls];
        }
    }

    private int _now;

    public static ToolDefinition Define(string name) => new()
    {
        Name = name,
        Description = $"the {name} tool",
        Parameters = JsonDocument.Parse("""{"type":"object","properties":{}}""").RootElement.Clone(),
    };

    public IEnumerable<ITool> Tools(ToolScene scene) => [this];

    public async Task<ToolResult> RunAsync(ToolCall call, CancellationToken ct)
    {
        lock (_gate)
            _calls.Add(call);
        Peak = Math.Max(Peak, Interlocked.Increment(ref _now));
        Entered.TrySetResult();
        try
        {
            return await work(call, ct);
        }
        finally
        {
            Interlocked.Decrement(ref _now);
        }
    }
}
