using System.Text;
using System.Text.RegularExpressions;
using OpenClaw.Agents.Delivery;

namespace OpenClaw.Agents.Replies;

/// <summary>The marks by which a model says how its answer is to be sent (spec 08 §17).</summary>
public static partial class ReplyDirectives
{
    private const string MediaMark = "MEDIA:";

    /// <summary>Takes the marks out of a finished text. A file that may not be attached stays in the text as it was written.</summary>
    public static ReplyPayload Read(string text, MediaGate gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        var (replyToId, current, voice) = ((string?)null, false, false);
        var media = new List<string>();
        var visible = EachLine(text, (line, inFence) =>
        {
            if (inFence)
                return line;
            if (line.TrimStart().StartsWith(MediaMark, StringComparison.Ordinal) && Files(line.TrimStart()[MediaMark.Length..].Trim(), gate) is var (files, left) && files.Count > 0)
            {
                media.AddRange(files);
                return left;
            }

            return Mark().Replace(line, match =>
            {
                if (match.Groups["id"] is { Success: true } id)
                    replyToId = id.Value.Trim();
                else if (match.Value.Contains("reply", StringComparison.OrdinalIgnoreCase))
                    current = true;
                else
                    voice = true;
                return string.Empty;
            });
        });
        return new ReplyPayload
        {
            Text = visible,
            MediaUrls = media,
            ReplyToId = replyToId,
            ReplyToCurrent = current,
            AudioAsVoice = voice,
        };
    }

    /// <summary>What people see of a finished text, whatever becomes of its attachments.</summary>
    public static ReadOnlyMemory<char> Visible(ReadOnlyMemory<char> text) => !HasMarks(text.Span) ? text.Trim() : EachLine(
        text.ToString(),
        static (line, inFence) => inFence ? line : line.TrimStart().StartsWith(MediaMark, StringComparison.Ordinal) ? null : Mark().Replace(line, string.Empty)).AsMemory();

    /// <summary>As <see cref="Visible"/> for a text still growing: a mark at its end that is not complete yet is held back.</summary>
    public static ReadOnlyMemory<char> Growing(ReadOnlyMemory<char> text)
    {
        var start = text.Span.LastIndexOf('\n') + 1;
        var line = text.Span[start..].TrimStart();
        if (line.Length > 0 && MediaMark.StartsWith(line, StringComparison.Ordinal))
            text = text[..start];
        var open = text.Span.LastIndexOf('[');
        if (open > 0 && text.Span[open - 1] == '[')
            open--;
        if (open >= 0 && HalfMark().IsMatch(text.Span[open..]))
            text = text[..open];
        return Visible(text);
    }

    /// <summary>
    /// The files that a line names: one in quotes, or each word one, or one whose name has spaces. Words that name none stay in the text.
    /// </summary>
    private static (IReadOnlyList<string> Files, string? Left) Files(string value, MediaGate gate)
    {
        var words = value.Length > 1 && value[0] == value[^1] && value[0] is '"' or '\'' or '`' ? [value] : value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var found = words.Select(word => (Word: word, File: gate.Resolve(word))).ToList();
        if (found.Count > 1 && found.Exists(static f => f.File is null) && gate.Resolve(value) is { } whole)
            return ([whole], null);
        var rest = string.Join(' ', found.Where(static f => f.File is null).Select(static f => f.Word));
        return ([.. found.Select(static f => f.File).OfType<string>()], rest.Length > 0 ? rest : null);
    }

    private static bool HasMarks(ReadOnlySpan<char> text) => text.Contains("[[", StringComparison.Ordinal) || text.Contains(MediaMark, StringComparison.Ordinal);

    private static string EachLine(string text, Func<string, bool, string?> read)
    {
        if (!HasMarks(text))
            return text.Trim();
        var fences = CodeFence.In(text);
        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var line in text.Split('\n'))
        {
            var start = at;
            at += line.Length + 1;
            if (read(line, fences.Any(fence => fence.Start == start || fence.Splits(start))) is not { } kept)
                continue;

            // A line that was nothing but marks leaves no blank one behind.
            if (kept.Length < line.Length && string.IsNullOrWhiteSpace(kept))
                continue;
            result.Append(kept.Length < line.Length ? kept.Trim() : kept).Append('\n');
        }

        return result.ToString().Trim();
    }

    [GeneratedRegex(@"[ \t]?\[\[\s*(?:reply_to_current|reply_to\s*:\s*(?<id>[^\]\n]+?)|audio_as_voice)\s*\]\]", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\[(\[\s*(r|re|rep|repl|reply|reply_[^\]]*|a|au|aud|audi|audio|audio_[^\]]*)?\s*\]?)?$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex HalfMark();
}
