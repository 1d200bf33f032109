using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Runs;

namespace OpenClaw.Agents.Replies;

/// <summary>Makes the replies of a run out of what it came to (spec 08 §17).</summary>
public static class RunReplies
{
    private const string ReasoningTitle = "Reasoning:";

    /// <summary>The outcome with its replies; its text becomes that of the answer as people get it.</summary>
    public static RunOutcome Shape(RunOutcome outcome, ReplyRules rules)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(rules);
        var answer = ReplyContent.Payload(outcome.Said, rules.Gate);
        if (answer is null)
        {
            // Silence is an answer; a tool that failed with nothing said after it is not.
            return outcome is { ToolError: { } failure, Said.Length: 0 }
                ? outcome with { Text = failure, Replies = [new ReplyPayload { Text = failure, IsError = true }] }
                : outcome with { Text = string.Empty, Replies = [] };
        }

        var replies = new List<ReplyPayload>();
        if (rules.Reasoning && outcome.Thoughts.Trim() is { Length: > 0 } thoughts)
            replies.Add(new ReplyPayload { Text = $"{ReasoningTitle}\n{thoughts}" });
        var text = ResponsePrefix.Apply(answer.Text, ResponsePrefix.Expand(rules.Prefix, rules.Identity, outcome.Model, outcome.Thinking));
        if (text.Length > 0 && UsageFooter.Of(rules.Usage, outcome.Usage, outcome.Cost) is { } footer)
            text = $"{text}\n\n{footer}";
        replies.Add(answer with { Text = text });
        return outcome with { Text = text, Replies = replies };
    }
}
