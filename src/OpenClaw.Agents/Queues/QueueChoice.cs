using System.Globalization;

namespace OpenClaw.Agents.Queues;

/// <summary>What somebody asked of the queue with <c>/queue</c>; null members were not mentioned.</summary>
/// <param name="Mode">The mode.</param>
/// <param name="Debounce">Quiet before queued messages run.</param>
/// <param name="Cap">Messages kept.</param>
/// <param name="Drop">What gives way.</param>
/// <param name="Reset">True: back to the configuration.</param>
public sealed record QueueChoice(QueueMode? Mode = null, TimeSpan? Debounce = null, int? Cap = null, QueueDrop? Drop = null, bool Reset = false)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);
    private const int LargestCap = 1000;

    /// <summary>Reads <c>mode debounce:2s cap:5 drop:old</c>, <c>default</c> or <c>reset</c>; else what is wrong with the first bad word.</summary>
    public static (QueueChoice? Choice, string? Problem) Parse(string args)
    {
        var choice = new QueueChoice();
        foreach (var word in args.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (Next(choice, word) is not { } next)
                return (null, Complaint(word));
            choice = next;
        }

        return (choice, null);
    }

    private static QueueChoice? Next(QueueChoice choice, string word)
    {
        if (word.Equals("default", StringComparison.OrdinalIgnoreCase) || word.Equals("reset", StringComparison.OrdinalIgnoreCase))
            return choice with { Reset = true };
        if (QueueWords.Mode(word) is { } mode)
            return choice with { Mode = mode };
        var cut = word.IndexOfAny([':', '=']);
        var value = cut > 0 ? word[(cut + 1)..] : string.Empty;
        return (cut > 0 ? word[..cut].ToLowerInvariant() : string.Empty) switch
        {
            "mode" when QueueWords.Mode(value) is { } named => choice with { Mode = named },
            "debounce" when Duration(value) is { } debounce => choice with { Debounce = debounce },
            "cap" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var cap) && cap is > 0 and <= LargestCap
                => choice with { Cap = cap },
            "drop" when QueueWords.Drop(value) is { } drop => choice with { Drop = drop },
            _ => null,
        };
    }

    private static string Complaint(string word) => word.Split(':', '=')[0].ToLowerInvariant() switch
    {
        "debounce" => $"\"{word}\": a debounce is a time such as debounce:500ms or debounce:2s, at most an hour",
        "cap" => $"\"{word}\": a cap is a number from 1 to {LargestCap}, such as cap:20",
        "drop" => $"\"{word}\": drop is one of {QueueWords.Drops}",
        _ => $"\"{word}\" is no queue mode; use one of {QueueWords.Modes}",
    };

    private static TimeSpan? Duration(string text)
    {
        var unit = text.TrimStart([.. "0123456789."]);
        var scale = unit.ToLowerInvariant() switch
        {
            "" or "ms" => TimeSpan.FromMilliseconds(1),
            "s" => TimeSpan.FromSeconds(1),
            "m" => TimeSpan.FromMinutes(1),
            "h" => TimeSpan.FromHours(1),
            _ => TimeSpan.Zero,
        };
        return scale > TimeSpan.Zero
            && double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number * scale <= s_longest
                ? number * scale
                : null;
    }
}
