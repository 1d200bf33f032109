using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Replies;
using OpenClaw.Agents.Runs.Recovery;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Runs;

/// <summary>
/// The tool calls of one answer (spec 08 §9): one after another, each result stored before the next begins. What the run is told meanwhile
/// makes it skip the rest.
/// </summary>
internal sealed class ToolRound(RunRecords records, RunJournal? journal, TimeProvider time)
{
    private const string Skipped = "Skipped: the user said something while you were working. Read it first; call the tool again if it is still needed.";

    /// <summary>Uses the tools; calls of the caller's own tools are left over and returned.</summary>
    public async Task<IReadOnlyList<ContentPart.ToolCall>> RunAsync(
        AgentRun run, RunProgress progress, IReadOnlyList<ContentPart.ToolCall> calls, CancellationToken ct)
    {
        var prepared = progress.Prepared!;
        progress.Open.AddRange(calls);
        var ours = calls.Where(call => !prepared.ClientTools.Contains(call.Name)).ToList();
        foreach (var call in ours)
        {
            ct.ThrowIfCancellationRequested();
            await StoreAsync(progress, call, run.HasSteering ? Error(Skipped) : await UseAsync(run, prepared, call, ct).ConfigureAwait(false)).ConfigureAwait(false);
        }

        if (run.HasSteering)
        {
            foreach (var call in calls.Except(ours).ToList())
                await StoreAsync(progress, call, Error(Skipped)).ConfigureAwait(false);
        }

        return [.. progress.Open];
    }

    /// <summary>Answers the calls that will never be: no call stays without a result in the file.</summary>
    public async Task CloseAsync(RunProgress progress, string reason)
    {
        foreach (var call in progress.Open.ToList())
            await StoreAsync(progress, call, Error(reason)).ConfigureAwait(false);
    }

    private async Task<ToolResult> UseAsync(AgentRun run, PreparedRun prepared, ContentPart.ToolCall call, CancellationToken ct)
    {
        journal?.UsesTool(run.Request.RunId);
        run.ToolStarted(call, call.Arguments);
        var result = (call.Arguments.ValueKind, prepared.Tools.GetValueOrDefault(call.Name)) switch
        {
            (_, null) => Error($"Tool {call.Name} not found"),
            (not JsonValueKind.Object, _) => ToolUse.BadArguments(call),
            (_, { } tool) => await new ToolUse(run, prepared.Scene, time).RunAsync(tool, call, ct).ConfigureAwait(false),
        };
        run.ToolFinished(call, ToolDigest.Of(call.Arguments), result);
        return result;
    }

    private async Task StoreAsync(RunProgress progress, ContentPart.ToolCall call, ToolResult result)
    {
        await records.ToolResultAsync(progress.Prepared!, call, result).ConfigureAwait(false);
        progress.Open.Remove(call);
        progress.ToolError = ToolErrors.Visible(call.Name, result);
        progress.Messages.Add(new ModelMessage.ToolResult(call.Id, call.Name, result.Content, result.IsError));
    }

    private static ToolResult Error(string text) => ToolResult.Text(text) with { IsError = true };
}
