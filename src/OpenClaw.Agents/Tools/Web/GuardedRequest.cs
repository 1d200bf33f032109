namespace OpenClaw.Agents.Tools.Web;

/// <summary>One fetch from the public internet.</summary>
public sealed record GuardedRequest
{
    /// <summary>As it was written.</summary>
    public required string Url { get; init; }

    /// <summary>Bytes of the body after decompression.</summary>
    public required long MaxBytes { get; init; }

    /// <summary>True: a longer body is cut; false: it is refused.</summary>
    public bool CutAtLimit { get; init; }

    /// <summary>Where the body is written as it comes; null: it is gathered in <see cref="GuardedAnswer.Body"/>.</summary>
    public Stream? Destination { get; init; }

    /// <summary>Redirects that are followed; each place is checked anew.</summary>
    public int MaxRedirects { get; init; } = 3;

    /// <summary>From the first look-up to the last byte.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How we introduce ourselves.</summary>
    public string UserAgent { get; init; } = "OpenClaw-Gateway/1.0";

    /// <summary>What we would like to get.</summary>
    public string Accept { get; init; } = "*/*";
}
