namespace OpenClaw.Agents.Runs;

/// <summary>What happens in a run, in order. The set is closed.</summary>
/// <param name="RunId">Which run.</param>
/// <param name="SessionKey">The key its caller used, which is what that caller listens for.</param>
/// <param name="Seq">Counts from 1 within the run, without gaps.</param>
/// <param name="Ts">Epoch milliseconds.</param>
public abstract record RunEvent(string RunId, string SessionKey, long Seq, long Ts)
{
    /// <summary>Exactly one per run, first.</summary>
    public sealed record Started(string RunId, string SessionKey, long Seq, long Ts, long StartedAt) : RunEvent(RunId, SessionKey, Seq, Ts);

    /// <summary>The current assistant message so far, and what is new in it. <paramref name="Text"/> starts afresh with every message.</summary>
    public sealed record AssistantText(string RunId, string SessionKey, long Seq, long Ts, string Text, string Delta)
        : RunEvent(RunId, SessionKey, Seq, Ts);

    /// <summary>The last event of a run that was not a failure.</summary>
    public sealed record Ended(string RunId, string SessionKey, long Seq, long Ts, long StartedAt, long EndedAt, bool Aborted)
        : RunEvent(RunId, SessionKey, Seq, Ts);

    /// <summary>The last event of a run that failed.</summary>
    public sealed record Failed(string RunId, string SessionKey, long Seq, long Ts, long StartedAt, long EndedAt, string Error)
        : RunEvent(RunId, SessionKey, Seq, Ts);
}
