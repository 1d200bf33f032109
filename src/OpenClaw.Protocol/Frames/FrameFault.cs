namespace OpenClaw.Protocol.Frames;

/// <summary>Why a message is not a request.</summary>
public enum FrameFault
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>Not JSON, or not UTF-8. Dropped without an answer after connect, close 1000 before.</summary>
    NotJson,

    /// <summary>JSON, but not a request frame. Answered after connect, close 1008 before.</summary>
    NotRequest,
}
