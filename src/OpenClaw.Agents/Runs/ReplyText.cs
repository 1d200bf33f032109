using OpenClaw.Agents.Replies;

namespace OpenClaw.Agents.Runs;

/// <summary>What of a model's text people get to see (spec 08 §17).</summary>
public static class ReplyText
{
    /// <summary>The visible part of a finished text; empty when the model chose silence.</summary>
    public static string Final(string text) => ReplyContent.Visible(text);

    /// <summary>
    /// The visible part of a text still growing: nothing while it may yet turn out to be one of the silent words.
    /// </summary>
    public static string Streaming(string text) => ReplyContent.Growing(text);

    /// <summary>As <see cref="Final(string)"/> for a run; what a heartbeat answers is read word by word by its owner.</summary>
    internal static string Final(string text, RunRequest request) => request.IsHeartbeat ? ReplyTags.Strip(text).Trim() : Final(text);

    /// <summary>As <see cref="Streaming(string)"/> for a run.</summary>
    internal static string Streaming(string text, RunRequest request) => request.IsHeartbeat ? ReplyTags.StripGrowing(text).Trim() : Streaming(text);
}
