using System.Text.Json;
using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Runs.Recovery;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.SystemEvents;
using OpenClaw.Protocol;

namespace OpenClaw.Gateway.Conversations;

/// <summary>Takes up, at the start of the gateway, the runs that the end of the last one cut off.</summary>
internal sealed class RestartRecovery(
    RunJournal journal, AgentRunner runner, SessionStore sessions, SystemEventQueue notes, RunEvents events, TimeProvider time, ILogger logger)
    : IAsyncDisposable
{
    private readonly RunRecovery _recovery = new(journal, runner, sessions, notes);
    private readonly RecoveryReports _reports = new(sessions, notes, time, logger);

    /// <inheritdoc cref="RunRecovery.IsTakenOver"/>
    public Func<UnfinishedRun, bool>? IsTakenOver
    {
        get => _recovery.IsTakenOver;
        set => _recovery.IsTakenOver = value;
    }

    /// <summary>Reaches messaging channels; set while the gateway is composed.</summary>
    public FinalReplies? Replies
    {
        get => _reports.Replies;
        set => _reports.Replies = value;
    }

    /// <summary>Call once, before clients are let in: who connects then sees what became of what was said before.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        _recovery.Repeated = _reports.Repeated;
        try
        {
            var (repeated, told) = await _recovery.RunAsync(Told, Failed, ct).ConfigureAwait(false);
            if (repeated + told > 0)
                ConversationLog.Recovered(logger, repeated + told, repeated);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // A journal that cannot be read must not keep the gateway from starting.
            ConversationLog.RecoveryFailed(logger, problem);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _reports.DisposeAsync();

    private void Told(UnfinishedRun run, string id, JsonElement message)
    {
        var said = message.Deserialize(ProtocolJson.Default.ChatMessage)!;
        events.Injected($"inject-{id}", run.CallerKey, said);
        _reports.Told(run, string.Concat(said.Content.Select(static part => part.Text)));
    }

    private void Failed(UnfinishedRun run, Exception problem) => ConversationLog.RunNotRecovered(logger, run.RunId, run.SessionKey, problem);
}
