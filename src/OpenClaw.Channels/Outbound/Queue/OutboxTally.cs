namespace OpenClaw.Channels.Outbound.Queue;

/// <summary>Counts since the start.</summary>
internal sealed class OutboxTally
{
    private long _sent;
    private long _failed;
    private long _retried;
    private long _uncertain;

    public void Ended(bool ok) => Interlocked.Increment(ref ok ? ref _sent : ref _failed);

    public void Retried() => Interlocked.Increment(ref _retried);

    public void Uncertain() => Interlocked.Increment(ref _uncertain);

    public OutboxCounts Read(int waiting, int sending) => new(
        waiting, sending, Interlocked.Read(ref _sent), Interlocked.Read(ref _failed), Interlocked.Read(ref _retried), Interlocked.Read(ref _uncertain));
}
