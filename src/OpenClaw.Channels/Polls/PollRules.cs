using System.Globalization;
using OpenClaw.Channels.Outbound;

namespace OpenClaw.Channels.Polls;

/// <summary>What makes a poll (spec 10 §5.7).</summary>
public static class PollRules
{
    /// <summary>Fewest options anywhere.</summary>
    public const int MinOptions = 2;

    /// <summary>The poll, trimmed and without empty options, or what is wrong with it.</summary>
    /// <param name="question">Asked.</param>
    /// <param name="options">To choose from.</param>
    /// <param name="maxSelections">How many may be chosen; null: one.</param>
    /// <param name="durationHours">How long it runs; null: open.</param>
    /// <param name="maxOptions">Most options of the channel.</param>
    /// <param name="maxQuestion">Longest question of the channel, UTF-16 units; null: any.</param>
    public static (PollContent? Poll, string? Problem) Check(
        string? question, IReadOnlyList<string> options, int? maxSelections = null, int? durationHours = null, int maxOptions = 12, int? maxQuestion = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var asked = question?.Trim() ?? string.Empty;
        var choices = options.Select(static o => o.Trim()).Where(static o => o.Length > 0).ToList();
        var most = maxSelections ?? 1;
        var problem = (asked, choices, most, durationHours) switch
        {
            ({ Length: 0 }, _, _, _) => "question: a poll needs one",
            _ when asked.Length > maxQuestion => Text($"question: at most {maxQuestion} characters here"),
            (_, { Count: < MinOptions }, _, _) => Text($"options: a poll needs at least {MinOptions} that are not empty"),
            _ when choices.Count > maxOptions => Text($"options: at most {maxOptions} here"),
            (_, _, < 1, _) => "maxSelections: at least 1",
            _ when most > choices.Count => Text($"maxSelections: at most {choices.Count}, the number of options"),
            (_, _, _, < 1) => "durationHours: at least 1",
            _ => null,
        };
        return problem is null ? (new PollContent(asked, choices, most, durationHours), null) : (null, problem);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
