using OpenClaw.Agents.Replies;

namespace OpenClaw.Agents.Runs;

/// <summary>What of a model's text people get to see (spec 08 §17).</summary>
public static class ReplyText
{
    /// <summary>The visible part of a finished text; empty when the model chose silence.</summary>
    public static string Final(string text) => ReplyContent.Visible(text);

    /// <summary>
    /// The visible part of a text still growing: nothing while it may yet turn out to be one of the silent words. As a rule a part of the
    /// same memory: this is asked for every few characters of every answer.
    /// </summary>
    public static ReadOnlyMemory<char> Streaming(ReadOnlyMemory<char> text) => ReplyContent.Growing(text);

    /// <summary>As <see cref="Final(string)"/> for a run; what a heartbeat answers is read word by word by its owner.</summary>
    internal static string Final(string text, RunRequest request) => request.IsHeartbeat ? ReplyTags.Strip(text).Trim() : Final(text);

    /// <summary>As <see cref="Streaming(ReadOnlyMemory{char})"/> for a run.</summary>
    internal static ReadOnlyMemory<char> Streaming(ReadOnlyMemory<char> text, RunRequest request) =>
        request.IsHeartbeat ? ReplyTags.StripGrowing(text).Trim() : Streaming(text);
}
