namespace OpenClaw.Agents.Tools.Elevated;

/// <summary>The levels of <c>/elevated</c>, stored as <c>elevatedLevel</c> of a session.</summary>
public static class ElevatedLevel
{
    /// <summary>Nothing runs outside the sandbox.</summary>
    public const string Off = "off";

    /// <summary>On the host, with approvals.</summary>
    public const string On = "on";

    /// <summary>The same as <see cref="On"/>.</summary>
    public const string Ask = "ask";

    /// <summary>On the host, without approvals, as far as the approvals file does not forbid it.</summary>
    public const string Full = "full";

    /// <summary>The level in force: the session's, else <c>agents.defaults.elevatedDefault</c>, else on. An unknown word counts as off.</summary>
    public static string Of(string? session, string? configured) => (session ?? configured)?.Trim().ToLowerInvariant() switch
    {
        null => On,
        On => On,
        Ask => Ask,
        Full => Full,
        _ => Off,
    };
}
