namespace OpenClaw.Cli.Remote;

/// <summary>What the command line said about the gateway to talk to.</summary>
internal sealed record RemoteChoice
{
    public string? Url { get; init; }

    public string? Token { get; init; }

    public string? Password { get; init; }

    public int TimeoutMs { get; init; } = 10_000;

    public bool ExpectFinal { get; init; }

    public bool Json { get; init; }

    public TimeSpan Timeout => TimeSpan.FromMilliseconds(TimeoutMs);
}
