namespace OpenClaw.Conformance.Tests.Replay;

/// <summary>What kind of thing is unlike the recording.</summary>
internal enum DifferenceKind
{
    /// <summary>A recorded key is not there.</summary>
    MissingKey,

    /// <summary>A key that the recorded gateway did not send.</summary>
    ExtraKey,

    /// <summary>The same keys in another order.</summary>
    KeyOrder,

    /// <summary>Another JSON type.</summary>
    Type,

    /// <summary>A compared value (ok, error code, error message) is another one.</summary>
    Value,

    /// <summary>A recorded kind of array element or of event frame never came.</summary>
    Absent,

    /// <summary>An event that the recorded gateway did not send on that connection.</summary>
    Unexpected,

    /// <summary>Events of one run in another order.</summary>
    EventOrder,

    /// <summary>Another close code or reason, a close that did not come, or one that was not recorded.</summary>
    Close,

    /// <summary>A recorded answer that did not come in time.</summary>
    NoAnswer,
}

/// <summary>One place where a run is unlike its recording.</summary>
/// <param name="On">What it is about: <c>res METHOD ID</c>, <c>event NAME CONNECTION</c>, <c>close CONNECTION</c>, <c>run ID CONNECTION</c>.</param>
/// <param name="Path">JSON path inside the frame, <c>$</c> for the whole.</param>
/// <param name="Kind">How it differs.</param>
/// <param name="Text">Recorded and actual, for people.</param>
internal sealed record Difference(string On, string Path, DifferenceKind Kind, string Text)
{
    public override string ToString() => $"{On} {Path}: {Kind}: {Text}";
}
