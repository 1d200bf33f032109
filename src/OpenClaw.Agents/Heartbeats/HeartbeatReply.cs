using System.Text.RegularExpressions;
using OpenClaw.Agents.Prompts;

namespace OpenClaw.Agents.Heartbeats;

/// <summary>What an agent's answer to a heartbeat means (spec 09 §7).</summary>
/// <param name="Acknowledged">True: all is well, nothing to deliver.</param>
/// <param name="Text">What to deliver, without the token.</param>
internal sealed partial record HeartbeatReply(bool Acknowledged, string Text)
{
    private const string Token = SystemPrompt.HeartbeatOk;

    /// <summary>Reads an answer; the token counts at its start or end, also inside emphasis of HTML or Markdown.</summary>
    /// <param name="text">The raw answer.</param>
    /// <param name="ackMaxChars">How much may stand beside the token of an acknowledgement.</param>
    public static HeartbeatReply Read(string text, long ackMaxChars)
    {
        var said = text.Trim();
        if (!said.Contains(Token, StringComparison.Ordinal))
            return new HeartbeatReply(false, said);
        var (left, found) = Strip(said);
        if (!found)
            (left, found) = Strip(Plain(said));
        return found ? new HeartbeatReply(left.Length <= ackMaxChars, left) : new HeartbeatReply(false, said);
    }

    private static (string Left, bool Found) Strip(string text)
    {
        var rest = text;
        while (rest.StartsWith(Token, StringComparison.Ordinal))
            rest = rest[Token.Length..].TrimStart();
        while (rest.EndsWith(Token, StringComparison.Ordinal))
            rest = rest[..^Token.Length].TrimEnd();

        // The full stop of a model that ends its sentences.
        if (rest.TrimEnd('.', '!').EndsWith(Token, StringComparison.Ordinal))
            rest = rest.TrimEnd('.', '!')[..^Token.Length].TrimEnd();
        return (rest is "." or "!" ? string.Empty : rest, rest.Length != text.Length);
    }

    private static string Plain(string text) =>
        Tags().Replace(text, " ").Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase).Trim().Trim('*', '`', '~', '_').Trim();

    [GeneratedRegex("<[^>]{0,200}>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();
}
