namespace OpenClaw.Agents.Tools.Web;

/// <summary>What a server answered, whatever its status.</summary>
public sealed record GuardedAnswer
{
    /// <summary>Where the body came from, after redirects.</summary>
    public required Uri FinalUrl { get; init; }

    /// <summary>HTTP status of the last answer.</summary>
    public required int Status { get; init; }

    /// <summary>The <c>Content-Type</c> with its parameters; empty when there was none.</summary>
    public required string ContentType { get; init; }

    /// <summary>Decompressed body; empty when it went to <see cref="GuardedRequest.Destination"/>.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>True when the body was longer than allowed and was cut.</summary>
    public bool Cut { get; init; }

    /// <summary>The type without parameters, in lower case; empty when there was none.</summary>
    public string MediaType => ContentType.Split(';', 2)[0].Trim().ToLowerInvariant();

    /// <summary>The <c>charset</c> parameter; null when there was none.</summary>
    public string? Charset => System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(ContentType, out var type) ? type.CharSet?.Trim('"') : null;
}
