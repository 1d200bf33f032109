namespace OpenClaw.Operations.Ports;

/// <summary>A process (or a socket whose process is hidden from us) that listens on a port.</summary>
public sealed record PortListener
{
    /// <summary>Null when the owner may not be looked into.</summary>
    public int? Pid { get; init; }

    /// <summary>The owner's parent.</summary>
    public int? Ppid { get; init; }

    /// <summary>Short command name.</summary>
    public string? Command { get; init; }

    /// <summary><c>127.0.0.1:18789</c>.</summary>
    public string? Address { get; init; }

    /// <summary>Full command line.</summary>
    public string? CommandLine { get; init; }

    /// <summary>Login name of the owner.</summary>
    public string? User { get; init; }

    /// <summary><c>pid 12 user: command line (address)</c>, as far as known.</summary>
    public string Describe()
    {
        var who = Pid is { } pid ? $"pid {pid}" : "pid unknown";
        var user = User is null ? "" : $" {User}";
        var address = Address is null ? "" : $" ({Address})";
        return $"{who}{user}: {CommandLine ?? Command ?? "unknown command"}{address}";
    }
}
