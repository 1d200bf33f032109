using System.Globalization;
using OpenClaw.Agents.Runs;

namespace OpenClaw.Agents.Subagents;

/// <summary>What sub-agents and those who started them are told.</summary>
internal static class SubagentTexts
{
    private const int MaxTitle = 200;
    private const int MaxFindings = 20_000;

    /// <summary>The section of a sub-agent's system prompt.</summary>
    public static string Context(SubagentOrder order, string childKey) =>
        $"""
        You are a sub-agent. Another session started you for one task and waits for your report.

        - Do the task and nothing beside it. Do not start conversations, jobs or other agents.
        - Your last message is the report. Say what you found or did, what failed, and what the other session must know. Be brief.
        - You talk to the session that started you, not to a person: ask no questions back, decide and say what you assumed.

        {(order.Label is { } label ? $"Name: {label}\n" : "")}Started by: {order.RequesterKey}
        Your session: {childKey}
        """;

    /// <summary>What the requester is told when a sub-agent has ended.</summary>
    public static string Report(SubagentRecord record, RunOutcome? outcome, string findings, string? transcript) =>
        $"""
        A sub-agent you started has ended: {Title(record)}
        It {Ending(record.Outcome)}.

        Its report:
        {(findings.Length == 0 ? "(it said nothing)" : Cut(findings, MaxFindings))}

        {Numbers(record, outcome, transcript)}

        Pass on to the user what matters of this, in a few sentences and in your own words. Leave out numbers, keys and the word sub-agent
        unless the user needs them. If there is nothing the user should hear, answer only NO_REPLY.
        """;

    /// <summary>Its name, or the beginning of its task.</summary>
    public static string Title(SubagentRecord record) =>
        Cut(record.Label ?? string.Join(' ', record.Task.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), MaxTitle);

    private static string Ending(SubagentOutcome? outcome) => outcome?.Status switch
    {
        "ok" => "completed its task",
        "timeout" => "was not done in time",
        "error" => $"failed: {outcome.Error ?? "no reason was given"}",
        _ => "ended, nobody knows how",
    };

    private static string Numbers(SubagentRecord record, RunOutcome? outcome, string? transcript)
    {
        var parts = new List<string>();
        if (record is { StartedAt: { } started, EndedAt: { } ended })
            parts.Add($"runtime {Span(TimeSpan.FromMilliseconds(Math.Max(0, ended - started)))}");
        if (outcome?.Usage is { } usage)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"tokens {usage.Total} (in {usage.Input} / out {usage.Output})"));
        if (outcome?.Cost is { } cost)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"est ${cost:0.0000}"));
        parts.Add($"sessionKey {record.ChildSessionKey}");
        if (outcome?.SessionId is { } sessionId)
            parts.Add($"sessionId {sessionId}");
        if (transcript is not null)
            parts.Add($"transcript {transcript}");
        return "Stats: " + string.Join(" • ", parts);
    }

    private static string Span(TimeSpan span) => span.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours}h{span.Minutes}m")
        : span.TotalMinutes >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{span.Minutes}m{span.Seconds}s")
        : string.Create(CultureInfo.InvariantCulture, $"{span.Seconds}s");

    private static string Cut(string text, int max) => text.Length > max ? text[..max] + "…" : text;
}
