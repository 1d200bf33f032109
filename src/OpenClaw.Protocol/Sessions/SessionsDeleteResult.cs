namespace OpenClaw.Protocol.Sessions;

/// <summary>Result of <c>sessions.delete</c>.</summary>
public sealed record SessionsDeleteResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>Canonical key.</summary>
    public required string Key { get; init; }

    /// <summary>False when there was no such session.</summary>
    public required bool Deleted { get; init; }

    /// <summary>New paths of the transcripts put aside.</summary>
    public required IReadOnlyList<string> Archived { get; init; }
}
