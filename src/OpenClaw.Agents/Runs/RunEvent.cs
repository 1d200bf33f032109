using System.Text.Json;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Runs;

/// <summary>What happens in a run, in order. The set is closed.</summary>
/// <param name="RunId">Which run.</param>
/// <param name="SessionKey">The key its caller used, which is what that caller listens for.</param>
/// <param name="Seq">Counts from 1 within the run, without gaps.</param>
/// <param name="Ts">Epoch milliseconds.</param>
public abstract record RunEvent(string RunId, string SessionKey, long Seq, long Ts)
{
    /// <summary>Exactly one per run, first. <paramref name="IsQuiet"/>: nobody is to be told of it but those who watch the work itself.</summary>
    public sealed record Started(string RunId, string SessionKey, long Seq, long Ts, long StartedAt, bool IsQuiet = false) : RunEvent(RunId, SessionKey, Seq, Ts);

    /// <summary>
    /// The current assistant message so far, and what is new in it. <paramref name="Text"/> starts afresh with every message. Both may be
    /// kept; they are parts of a longer memory.
    /// </summary>
    public sealed record AssistantText(string RunId, string SessionKey, long Seq, long Ts, ReadOnlyMemory<char> Text, ReadOnlyMemory<char> Delta)
        : RunEvent(RunId, SessionKey, Seq, Ts);

    /// <summary>A tool begins. <paramref name="Arguments"/> is what the model asked for.</summary>
    public sealed record ToolStarted(
        string RunId, string SessionKey, long Seq, long Ts, string Name, string CallId, JsonElement Arguments) : RunEvent(RunId, SessionKey, Seq, Ts);

    /// <summary>A tool reports while it works.</summary>
    public sealed record ToolUpdated(
        string RunId, string SessionKey, long Seq, long Ts, string Name, string CallId, ToolResult Partial) : RunEvent(RunId, SessionKey, Seq, Ts);

    /// <summary>A tool is done. <paramref name="Meta"/> is a short digest of its arguments for people.</summary>
    public sealed record ToolFinished(
        string RunId, string SessionKey, long Seq, long Ts, string Name, string CallId, string? Meta, ToolResult Result)
        : RunEvent(RunId, SessionKey, Seq, Ts);

    /// <summary>The conversation is being summarised; a <see cref="CompactionEnded"/> always follows.</summary>
    public sealed record CompactionStarted(string RunId, string SessionKey, long Seq, long Ts) : RunEvent(RunId, SessionKey, Seq, Ts);

    /// <summary>The summary is done or failed; <paramref name="WillRetry"/>: the turn is made again with the shorter conversation.</summary>
    public sealed record CompactionEnded(string RunId, string SessionKey, long Seq, long Ts, bool WillRetry) : RunEvent(RunId, SessionKey, Seq, Ts);

    /// <summary>
    /// The last event of a run that was not a failure. <paramref name="Text"/> is the visible answer, partial when it was stopped and
    /// empty when there is nothing to show; <paramref name="AbortReason"/> is <c>rpc</c>, <c>stop</c>, <c>timeout</c> or <c>shutdown</c>
    /// when it was stopped, else null.
    /// </summary>
    public sealed record Ended(
        string RunId, string SessionKey, long Seq, long Ts, long StartedAt, long EndedAt, string Text, string? AbortReason)
        : RunEvent(RunId, SessionKey, Seq, Ts)
    {
        /// <summary>True when it was stopped.</summary>
        public bool Aborted => AbortReason is not null;
    }

    /// <summary>The last event of a run that failed.</summary>
    public sealed record Failed(string RunId, string SessionKey, long Seq, long Ts, long StartedAt, long EndedAt, string Error)
        : RunEvent(RunId, SessionKey, Seq, Ts);
}
