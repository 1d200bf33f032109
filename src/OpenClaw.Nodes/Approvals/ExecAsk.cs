namespace OpenClaw.Nodes.Approvals;

/// <summary>When a person is asked: the larger of two asks more.</summary>
public enum ExecAsk
{
    /// <summary>Never.</summary>
    Off,

    /// <summary>When the allow list does not have it.</summary>
    OnMiss,

    /// <summary>Always.</summary>
    Always,
}
