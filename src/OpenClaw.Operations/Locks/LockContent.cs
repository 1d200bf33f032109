namespace OpenClaw.Operations.Locks;

/// <summary>What <c>gateway.lock</c> says about its holder.</summary>
internal sealed record LockContent
{
    public int Pid { get; init; }

    public int Port { get; init; }

    public DateTimeOffset StartedAt { get; init; }
}
