namespace OpenClaw.Agents.Messages;

/// <summary>One turn as a model sees it. The set is closed.</summary>
public abstract record ModelMessage(IReadOnlyList<ContentPart> Content)
{
    /// <summary>Said by the person (or on the person's behalf).</summary>
    public sealed record User(IReadOnlyList<ContentPart> Content) : ModelMessage(Content);

    /// <summary>Said by a model; <paramref name="Provider"/> and <paramref name="Model"/> tell whose signatures it carries.</summary>
    public sealed record Assistant(IReadOnlyList<ContentPart> Content, string? Provider, string? Model) : ModelMessage(Content);

    /// <summary>The outcome of one tool call.</summary>
    public sealed record ToolResult(string CallId, string ToolName, IReadOnlyList<ContentPart> Content, bool IsError)
        : ModelMessage(Content);

    /// <summary>The text parts, joined.</summary>
    public string Text => string.Concat(Content.OfType<ContentPart.Text>().Select(static part => part.Value));
}
