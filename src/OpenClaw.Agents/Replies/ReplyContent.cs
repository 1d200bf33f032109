using OpenClaw.Agents.Delivery;

namespace OpenClaw.Agents.Replies;

/// <summary>From what a model said to what people get (spec 08 §17).</summary>
public static class ReplyContent
{
    /// <summary>The visible part of a finished text; empty when the model chose silence.</summary>
    public static string Visible(string text)
    {
        var said = ReplyTags.Strip(text);
        return SilentWords.IsSilent(said) ? string.Empty : ReplyDirectives.Visible(SilentWords.WithoutHeartbeat(said.AsMemory())).ToString();
    }

    /// <summary>The visible part of a text still growing. It may lag behind by a few characters, never show what will be taken away.</summary>
    public static ReadOnlyMemory<char> Growing(ReadOnlyMemory<char> text)
    {
        var said = SilentWords.Growing(ReplyTags.StripGrowing(text));
        return said.IsEmpty ? said : ReplyDirectives.Growing(said);
    }

    /// <summary>The reply to deliver; null when the model chose silence or said nothing.</summary>
    public static ReplyPayload? Payload(string text, MediaGate gate)
    {
        var said = ReplyTags.Strip(text);
        if (SilentWords.IsSilent(said))
            return null;
        var payload = ReplyDirectives.Read(SilentWords.WithoutHeartbeat(said.AsMemory()).ToString(), gate);
        return payload.Text.Length == 0 && payload.MediaUrls.Count == 0 ? null : payload;
    }
}
