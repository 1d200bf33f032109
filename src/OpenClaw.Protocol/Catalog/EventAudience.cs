namespace OpenClaw.Protocol.Catalog;

/// <summary>Who receives a broadcast (spec 01 §12 with the FIXes applied).</summary>
public enum EventAudience
{
    /// <summary>Sent to one connection only, without <c>seq</c>.</summary>
    Targeted,

    /// <summary>Every connected client of either role.</summary>
    Everyone,

    /// <summary>Operators holding read, write or admin; never nodes.</summary>
    Readers,

    /// <summary>Operators holding <c>operator.pairing</c> or admin.</summary>
    Pairing,

    /// <summary>Operators holding <c>operator.approvals</c> or admin.</summary>
    Approvals,
}
