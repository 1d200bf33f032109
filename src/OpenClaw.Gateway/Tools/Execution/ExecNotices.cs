using System.Globalization;
using OpenClaw.Agents.SystemEvents;
using OpenClaw.Nodes.Execution;

namespace OpenClaw.Gateway.Tools.Execution;

/// <summary>Tells a session what became of its commands when nobody waits for the answer: a note for its next turn, and a heartbeat soon.</summary>
/// <param name="notes">Where notes wait.</param>
/// <param name="wake">Asks for a heartbeat.</param>
internal sealed class ExecNotices(SystemEventQueue notes, IHeartbeatWake wake)
{
    public const string Reason = "exec-event";

    private const int MaxTail = 400;

    /// <summary>A note, and a heartbeat to read it.</summary>
    public void Tell(string sessionKey, string text)
    {
        if (notes.Enqueue(sessionKey, text))
            wake.Request(Reason, sessionKey);
    }

    /// <summary><c>Exec completed (amber-ba, code 0) :: last output</c>.</summary>
    public void Ended(ProcessSession session)
    {
        var failed = session.Exit is not { Code: 0 } || session.TimedOut;
        Tell(session.Order.SessionKey, $"Exec {(failed ? "failed" : "completed")} ({Short(session.Id)}, {How(session)}){Tail(session.Output)}");
    }

    /// <summary>The first eight characters of an id.</summary>
    public static string Short(string id) => id.Length > 8 ? id[..8] : id;

    /// <summary><c>code 0</c>, <c>signal SIGKILL</c> or <c>timeout</c>.</summary>
    public static string How(ProcessSession session) => session switch
    {
        { TimedOut: true } => "timeout",
        { Exit.Code: { } code } => string.Create(CultureInfo.InvariantCulture, $"code {code}"),
        { Exit.Signal: { } signal } => $"signal {signal}",
        _ => "code unknown",
    };

    /// <summary>The end of the output behind <c> :: </c>; empty when there is none.</summary>
    public static string Tail(OutputBuffer output) => output.Tail(MaxTail).Trim() is { Length: > 0 } text ? $" :: {text}" : string.Empty;
}
