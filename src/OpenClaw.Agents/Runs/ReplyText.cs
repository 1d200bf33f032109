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
}
