using System.Text.Json;
using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Queues;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Subagents;

/// <summary>
/// Tells the session that started a sub-agent what came of it: into its run when it is steered, else as a turn of its own, whose answer goes
/// to where the conversation takes place (spec 08 §20).
/// </summary>
/// <param name="runner">Runs the requester.</param>
/// <param name="store">Sessions.</param>
/// <param name="delivery">Sends their final answers.</param>
/// <param name="failed">Hears why a report was not delivered.</param>
public sealed class SubagentReports(AgentRunner runner, SessionStore store, FinalReplies delivery, Action<SubagentRecord, string> failed)
{
    private const string Read = "operator.read";
    private const string Write = "operator.write";
    private const int LookBack = 20;

    /// <summary>Passes a report on, and waits until it was said. False: the gateway is stopping, so it has not been.</summary>
    /// <param name="record">The sub-agent, ended.</param>
    /// <param name="outcome">What its run came to; null after a restart.</param>
    /// <param name="caller">Whoever caused it; null after a restart: then the turn may talk and no more.</param>
    /// <param name="ct">The gateway stops.</param>
    public async Task<bool> PassOnAsync(SubagentRecord record, RunOutcome? outcome, RunCaller? caller, CancellationToken ct)
    {
        // A session that is gone hears nothing.
        if (store.Find(record.RequesterSessionKey) is not { } requester)
            return true;
        var child = store.Find(record.ChildSessionKey);
        var transcript = child is null ? null : store.Transcript(record.ChildSessionKey, child);
        var findings = outcome?.Text is { Length: > 0 } text ? text : LastWords(transcript);
        var message = SubagentTexts.Report(record, outcome, findings, transcript?.FilePath);
        if (Steers(record, requester) && runner.Of(record.RequesterSessionKey).Any(run => run.TrySteer(message)))
            return true;
        var origin = record.RequesterOrigin;
        var run = runner.Reserve(new RunRequest
        {
            RunId = Guid.NewGuid().ToString(),
            SessionKey = record.RequesterSessionKey,
            CallerKey = record.RequesterDisplayKey is { Length: > 0 } key ? key : record.RequesterSessionKey,
            Caller = caller ?? new RunCaller(RunOrigin.Agent, [Read, Write], IsOwner: false, record.RunId),
            Message = message,
            Channel = origin?.Channel,
            AccountId = origin?.AccountId,
            To = origin?.To,
            ThreadId = origin?.ThreadId,
        });
        if (run is null)
            return false;
        runner.Begin(run);
        var said = await run.Completion.WaitAsync(ct).ConfigureAwait(false);
        // Cut off by the end of the gateway: it is in the journal of runs, and the next gateway begins it anew.
        if (said.Status == RunStatus.Completed)
            await DeliverAsync(record, run.Request.RunId, said, ct).ConfigureAwait(false);
        return true;
    }

    private bool Steers(SubagentRecord record, StoredSession requester) =>
        QueueSettings.For(store.Agents.Config.Messages.Queue, record.RequesterOrigin?.Channel, requester).Mode is QueueMode.Steer or QueueMode.SteerBacklog;

    private async Task DeliverAsync(SubagentRecord record, string runId, RunOutcome said, CancellationToken ct)
    {
        if (record.RequesterOrigin?.Target is not { } target)
            return;
        IReadOnlyList<ReplyPayload> replies = said.Replies.Count > 0 ? said.Replies : said.Text.Length > 0 ? [new ReplyPayload { Text = said.Text }] : [];
        foreach (var reply in replies)
        {
            var receipt = await delivery.SendAsync(runId, target, reply, ct).ConfigureAwait(false);
            if (!receipt.Ok)
                failed(record, receipt.Error ?? "the channel did not take it");
        }
    }

    private static string LastWords(Transcript? transcript) => transcript is not { Exists: true }
        ? string.Empty
        : TranscriptHistory.Last(transcript.FilePath, LookBack, int.MaxValue).Reverse()
            .Where(static message => MessageJson.Text(message, "role") == "assistant").Select(Words).FirstOrDefault(static text => text.Length > 0) ?? string.Empty;

    private static string Words(JsonElement message) =>
        string.Join('\n', MessageJson.Content(message).OfType<ContentPart.Text>().Select(static part => part.Value)).Trim();
}
