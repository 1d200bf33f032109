namespace OpenClaw.Channels.Inbound.Gating;

/// <summary>What becomes of a message that was let in.</summary>
public enum GateVerdict
{
    /// <summary>It is answered.</summary>
    Answer,

    /// <summary>It is kept as context of the next answer.</summary>
    Record,

    /// <summary>It ends without a trace: a command of somebody who may not command.</summary>
    Drop,
}
