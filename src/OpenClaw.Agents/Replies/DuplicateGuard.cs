using System.Text;
using OpenClaw.Agents.Delivery;

namespace OpenClaw.Agents.Replies;

/// <summary>
/// Remembers what a run's messaging tool has sent, so that the final answer does not say the same again (spec 08 §17). One per run;
/// safe from any thread.
/// </summary>
public sealed class DuplicateGuard
{
    /// <summary>Texts remembered at most.</summary>
    public const int Capacity = 200;

    // "Done." may well be meant twice.
    private const int MinLength = 10;

    private readonly Lock _gate = new();
    private readonly Queue<(DeliveryTarget Target, string Text)> _sent = new();

    /// <summary>The tool sent this.</summary>
    public void Sent(DeliveryTarget target, string text)
    {
        lock (_gate)
        {
            _sent.Enqueue((target, Normal(text)));
            while (_sent.Count > Capacity)
                _sent.Dequeue();
        }
    }

    /// <summary>True when the same was sent to the same place already.</summary>
    public bool IsDuplicate(DeliveryTarget target, string text)
    {
        var normal = Normal(text);
        if (normal.Length < MinLength)
            return false;
        lock (_gate)
            return _sent.Any(sent => IsSame(sent.Target, target) && sent.Text == normal);
    }

    /// <summary>Who names no account means the one that is used anyway.</summary>
    private static bool IsSame(DeliveryTarget one, DeliveryTarget other) =>
        one.Channel == other.Channel && one.To == other.To && one.ThreadId == other.ThreadId
        && (one.AccountId == other.AccountId || one.AccountId is null || other.AccountId is null);

    /// <summary>Lower case, single spaces, no symbols at the ends: a smiley more or less is the same text.</summary>
    private static string Normal(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (result.Length > 0 && result[^1] != ' ')
                    result.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.OtherSymbol or System.Globalization.UnicodeCategory.ModifierSymbol
                or System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.Format))
            {
                result.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return result.ToString().Trim();
    }
}
