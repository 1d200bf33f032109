using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Queues;
using OpenClaw.Agents.Replies;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Runs.Recovery;

namespace OpenClaw.Gateway.Conversations.Inbound;

/// <summary>Makes runs out of messages and sees them to their end.</summary>
internal sealed class InboundRuns(AgentRunner runner, InboundAnswers answers, InboundLevels levels, RunJournal journal, ILogger logger)
{
    /// <summary>Runs of a session that have not ended, whoever started them.</summary>
    public IReadOnlyList<AgentRun> Of(string sessionKey) => runner.Of(sessionKey);

    /// <summary>Starts one run for these messages. It stands in the session's line when this returns.</summary>
    public void Start(QueueBatch<InboundTicket> batch)
    {
        var open = batch.Items.Where(static ticket => !ticket.IsEnded).ToList();
        while (open.Count > 0)
        {
            var leader = open[^1];
            open.RemoveAt(open.Count - 1);
            IReadOnlyList<InboundTicket> others = [.. batch.Summarised, .. open, .. open.Append(leader).SelectMany(static ticket => ticket.Joined)];
            if (leader.TryRun(() => runner.Reserve(Request(leader, others, batch))) is { } run)
            {
                Begin(run, leader, others);
                return;
            }

            // Stopped at this very moment: the next one leads. Otherwise there is no run to be had.
            if (!leader.IsEnded)
                answers.End(leader, InboundEnd.Failed(RunReport.Busy));
        }

        foreach (var ticket in batch.Summarised)
            answers.End(ticket, InboundEnd.Failed(RunReport.Busy));
    }

    /// <summary>Says a message to a run in progress; false when it cannot take it. It ends with that run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="ticket">The message.</param>
    /// <param name="late">What to do with it when it came too late for the model; null: it is answered later anyway.</param>
    public bool TrySteer(AgentRun run, InboundTicket ticket, Action<InboundTicket>? late)
    {
        if (!HasSameRights(run, ticket) || !run.TrySteer(Prompt(ticket, ticket.Text), ticket.Message.Images, ticket.MessageId, ticket.Message.PromptId))
            return false;
        if (late is not null && ticket.TryRun(() => run) is not null)
            ticket.Work = RideAsync(run, ticket, late);
        return true;
    }

    private void Begin(AgentRun run, InboundTicket leader, IReadOnlyList<InboundTicket> others)
    {
        foreach (var ticket in others)
            ticket.TryRun(() => run);
        runner.Begin(run);

        // What they said is part of what the run was written down with.
        foreach (var ticket in others)
            journal.Ended(ticket.RunId);
        leader.Work = FinishAsync(run, leader, others);
    }

    private static bool HasSameRights(AgentRun run, InboundTicket ticket)
    {
        var (one, other) = (run.Request.Caller, ticket.Message.Caller);
        return one.IsOwner == other.IsOwner && one.Origin == other.Origin
            && one.Scopes.Order(StringComparer.Ordinal).SequenceEqual(other.Scopes.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private RunRequest Request(InboundTicket leader, IReadOnlyList<InboundTicket> others, QueueBatch<InboundTicket> batch)
    {
        var message = leader.Message;
        return new RunRequest
        {
            RunId = message.RunId,
            SessionKey = message.SessionKey,
            CallerKey = message.CallerKey,
            Caller = message.Caller,
            Message = Prompt(leader, batch.Text),
            Images = [.. batch.Items.SelectMany(static item => item.Message.Images)],
            MessageId = message.MessageId,
            Thinking = leader.Directives.Thinking ?? message.Thinking,
            Model = leader.Directives.Model,
            Verbose = leader.Directives.Verbose,
            Elevated = leader.Directives.Elevated,
            Timeout = message.Timeout,
            ExtraSystemPrompt = message.ExtraSystemPrompt,
            Lane = message.Lane,
            Channel = message.Channel,
            AccountId = message.AccountId,
            To = message.To,
            ThreadId = message.ThreadId,
            SessionChange = message.SessionChange,
            Skills = message.Skills,
            PromptId = message.PromptId,
            Resumes = message.Resumes,
            BeforePrompt = message.Joining is { } joining && others.Count > 0 ? ct => joining(others, ct) : null,
            Shape = (request, outcome) => RunReplies.Shape(outcome, levels.Rules(request, leader.Directives)),
            Settled = (request, outcome) => Settle(request, outcome, leader),
        };
    }

    private static string Prompt(InboundTicket ticket, string text) => ticket.Message.Envelope?.Invoke(text) ?? text;

    private void Settle(RunRequest request, RunOutcome outcome, InboundTicket leader)
    {
        RunReport.Log(logger, request, outcome);
        var end = InboundEnd.Of(leader.Run, outcome);
        leader.TrySettle(end);

        // What was thought is a message of its own and comes before the answer, on every surface.
        foreach (var reply in outcome.Replies.SkipLast(1).Where(static reply => reply.Text.Length > 0))
            answers.Show(leader, "reasoning", reply.Text);
    }

    private async Task FinishAsync(AgentRun run, InboundTicket leader, IReadOnlyList<InboundTicket> others)
    {
        var outcome = await run.Completion.ConfigureAwait(false);
        foreach (var ticket in others)
            answers.End(ticket, InboundEnd.Of(run, outcome).Shared());
        leader.Complete();
    }

    private async Task RideAsync(AgentRun run, InboundTicket ticket, Action<InboundTicket> late)
    {
        var outcome = await run.Completion.ConfigureAwait(false);
        if (outcome.Status == RunStatus.Completed && outcome.Unheard.Any(said => said.MessageId == ticket.MessageId && said.Text == Prompt(ticket, ticket.Text)))
        {
            ticket.Unheard();
            late(ticket);
            return;
        }

        answers.End(ticket, InboundEnd.Of(run, outcome).Shared());
    }
}
