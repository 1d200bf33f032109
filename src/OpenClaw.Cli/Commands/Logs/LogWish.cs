namespace OpenClaw.Cli.Commands.Logs;

/// <summary>How much of the log, and in which form.</summary>
internal sealed record LogWish
{
    public required int Limit { get; init; }

    public required int MaxBytes { get; init; }

    public required bool Follow { get; init; }

    public required TimeSpan Interval { get; init; }

    public required bool Plain { get; init; }
}
