namespace OpenClaw.Agents.Cron;

/// <summary>What came of an <see cref="IsolatedTurn"/>.</summary>
/// <param name="Status"><c>ok</c>, <c>error</c> or <c>skipped</c>.</param>
/// <param name="Error">Why, when it was not ok.</param>
/// <param name="Text">The whole answer; empty when the agent had nothing to say.</param>
public sealed record IsolatedResult(string Status, string? Error, string Text)
{
    private const int SummaryChars = 2000;

    /// <summary>The answer, cut for lists and events; null without one.</summary>
    public string? Summary => Text.Length == 0 ? null : Text.Length > SummaryChars ? Text[..SummaryChars] : Text;

    /// <summary>The line the main session gets; null when there is nothing to tell.</summary>
    /// <param name="prefix">For example <c>Cron</c>.</param>
    /// <param name="full">The whole answer instead of the summary.</param>
    /// <param name="maxChars">Cut of the whole answer.</param>
    public string? Note(string prefix, bool full = false, int maxChars = 8000)
    {
        var text = full ? (Text.Length > maxChars ? Text[..maxChars] : Text) : Summary ?? string.Empty;
        if (Status == CronOutcome.Ok)
            return text.Length == 0 ? null : $"{prefix}: {text}";
        return $"{prefix} ({Status}): {(text.Length > 0 ? text : Error ?? Status)}";
    }
}
