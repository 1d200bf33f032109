using OpenClaw.Agents.Messages;

namespace OpenClaw.Agents.Providers;

/// <summary>What a model call yields. The last one is always <see cref="Done"/> or <see cref="Failed"/>. The set is closed.</summary>
public abstract record ModelEvent
{
    private ModelEvent()
    {
    }

    /// <summary>More visible text.</summary>
    public sealed record TextDelta(string Text) : ModelEvent;

    /// <summary>More thinking.</summary>
    public sealed record ThinkingDelta(string Text) : ModelEvent;

    /// <summary>More of a tool call.</summary>
    /// <param name="Index">Which call of this answer, from 0.</param>
    /// <param name="Id">Its id, as far as it is known.</param>
    /// <param name="Name">The tool, as far as it is known.</param>
    /// <param name="Arguments">The new piece of its arguments, no JSON by itself.</param>
    public sealed record ToolCallDelta(int Index, string Id, string Name, string Arguments) : ModelEvent;

    /// <summary>The complete answer.</summary>
    /// <param name="Content">All parts, in order.</param>
    /// <param name="StopReason">One of <see cref="StopReasons"/>.</param>
    /// <param name="Usage">Tokens of this call, zero when the server told none.</param>
    public sealed record Done(IReadOnlyList<ContentPart> Content, string StopReason, TokenUsage Usage) : ModelEvent;

    /// <summary>The call failed; what streamed before stays valid as a partial answer.</summary>
    public sealed record Failed(ModelError Error) : ModelEvent;
}
