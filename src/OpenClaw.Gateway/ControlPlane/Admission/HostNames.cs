namespace OpenClaw.Gateway.ControlPlane.Admission;

/// <summary>Reads the name out of a <c>Host</c> header.</summary>
internal static class HostNames
{
    /// <summary>Lowercase, without port and IPv6 brackets.</summary>
    public static string Name(string? host)
    {
        var value = (host ?? "").Trim().ToLowerInvariant();
        if (value.StartsWith('['))
            return value.IndexOf(']') is var end and > 0 ? value[1..end] : value;
        return value.IndexOf(':') is var colon and >= 0 && value.IndexOf(':', colon + 1) < 0 ? value[..colon] : value;
    }

    /// <summary>True for <c>localhost</c>, <c>127.0.0.1</c> and <c>::1</c>.</summary>
    public static bool IsLoopback(string? host) => Name(host) is "localhost" or "127.0.0.1" or "::1";
}
