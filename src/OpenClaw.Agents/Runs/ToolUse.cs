using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Runs;

/// <summary>One tool at work for a run: whatever it does, there is one result, and after it no more progress is heard.</summary>
internal sealed class ToolUse(AgentRun run, ToolScene scene, TimeProvider time)
{
    // A tool that was cancelled may put things in order; one that hangs must not hold its session for ever.
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(2);

    private const int MaxShown = 200;

    private readonly Lock _gate = new();
    private bool _over;

    /// <exception cref="OperationCanceledException">The run was stopped or is out of time, and the tool gave no result.</exception>
    public async Task<ToolResult> RunAsync(ITool tool, ContentPart.ToolCall call, CancellationToken ct)
    {
        try
        {
            var work = tool.RunAsync(
                new ToolCall { Id = call.Id, Arguments = call.Arguments, Scene = scene, Progress = partial => Update(call, partial) }, ct);
            return await FinishAsync(work, ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception problem)
        {
            // A tool must not end a run: the model is told and may do something else.
            var text = problem is OperationCanceledException ? "the tool gave up before it was done" : problem.Message;
            return ToolResult.Error(call.Name, text);
        }
        finally
        {
            lock (_gate)
                _over = true;
        }
    }

    /// <summary>Arguments that are no object cannot be meant. The model sees how they began, because the stored call no longer shows them.</summary>
    public static ToolResult BadArguments(ContentPart.ToolCall call)
    {
        var text = call.Arguments.ValueKind == JsonValueKind.String ? call.Arguments.GetString()! : call.Arguments.GetRawText();
        var shown = text.Length > MaxShown ? text[..MaxShown] + "…" : text;
        return ToolResult.Error(call.Name, $"the arguments must be one JSON object, but were: {shown}");
    }

    private async Task<ToolResult> FinishAsync(Task<ToolResult> work, CancellationToken ct)
    {
        try
        {
            return await work.WaitAsync(ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(s_grace, time, CancellationToken.None)).ConfigureAwait(false);
            if (!work.IsCompleted)
                _ = work.ContinueWith(static late => late.Exception, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            throw;
        }
    }

    private void Update(ContentPart.ToolCall call, ToolResult partial)
    {
        lock (_gate)
        {
            if (!_over)
                run.ToolUpdated(call, partial);
        }
    }
}
