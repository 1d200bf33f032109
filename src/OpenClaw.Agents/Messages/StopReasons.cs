namespace OpenClaw.Agents.Messages;

/// <summary>Values of <c>stopReason</c> in transcripts (spec 08 §5).</summary>
public static class StopReasons
{
    /// <summary>The model was done.</summary>
    public const string Stop = "stop";

    /// <summary>The output limit was reached.</summary>
    public const string Length = "length";

    /// <summary>The model wants tools.</summary>
    public const string ToolUse = "toolUse";

    /// <summary>The call failed.</summary>
    public const string Error = "error";

    /// <summary>The run was stopped before the answer was complete.</summary>
    public const string Aborted = "aborted";

    /// <summary>Not said by a model.</summary>
    public const string Injected = "injected";
}
