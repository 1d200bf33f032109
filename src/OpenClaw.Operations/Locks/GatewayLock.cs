using System.Text.Json;
using OpenClaw.Operations.Processes;
using OpenClaw.Storage;

namespace OpenClaw.Operations.Locks;

/// <summary>
/// Keeps two gateways off one state directory (spec 05 §2, spec 13 row 21). The truth is a lock on an open handle of
/// <c>gateway.lock</c> in the state directory, which the kernel releases when the process dies; its content says who holds it.
/// Beside it the original's lock file is honoured and written, so that an original and ours cannot run together either.
/// </summary>
public sealed class GatewayLock : IDisposable
{
    private readonly FileLock _kernel;
    private readonly OriginalLock _original;
    private readonly TimeProvider _time;

    private GatewayLock(FileLock kernel, OriginalLock original, TimeProvider time)
    {
        _kernel = kernel;
        _original = original;
        _time = time;
    }

    /// <summary>Takes both locks at once, or neither. Never waits: the second gateway fails at once (runbook row B4).</summary>
    /// <param name="stateDir">The state directory; created when missing.</param>
    /// <param name="configFile">The config path the original keys its lock by.</param>
    /// <param name="port">Shown to whoever is refused by us.</param>
    /// <param name="time">Clock for the stamps.</param>
    /// <param name="holder">Who has it, when the result is null.</param>
    /// <exception cref="IOException">A lock file cannot be created; the message names the path.</exception>
    public static GatewayLock? TryAcquire(string stateDir, string configFile, int port, TimeProvider time, out LockHolder? holder)
    {
        var path = Path.Combine(stateDir, "gateway.lock");
        if (FileLock.TryAcquire(path) is not { } kernel)
        {
            holder = ReadHolder(path);
            return null;
        }
        if (OriginalLock.TryTake(configFile, time, out holder) is not { } original)
        {
            kernel.Dispose();
            return null;
        }
        var taken = new GatewayLock(kernel, original, time);
        taken.Publish(port);
        return taken;
    }

    /// <summary>Tells the port anew, when it was not known at the time of locking.</summary>
    public void Publish(int port)
    {
        var content = new LockContent
        {
            Pid = Environment.ProcessId,
            Port = port,
            StartedAt = _time.GetUtcNow(),
        };
        _kernel.Publish(JsonSerializer.Serialize(content, OperationsJson.Default.LockContent));
    }

    /// <summary>
    /// The gateway running on this state directory, or null when none does. Looks without touching the lock, so that a question
    /// never makes a start fail.
    /// </summary>
    public static LockHolder? FindHolder(string stateDir)
    {
        var holder = ReadHolder(Path.Combine(stateDir, "gateway.lock"));
        return holder.Pid is { } pid && ProcessFacts.Exists(pid) ? holder : null;
    }

    /// <summary>Deletes the original's file and lets go of ours.</summary>
    public void Dispose()
    {
        _original.Dispose();
        _kernel.Dispose();
    }

    private static LockHolder ReadHolder(string path)
    {
        try
        {
            var content = FileLock.ReadContent(path) is { Length: > 0 } text
                ? JsonSerializer.Deserialize(text, OperationsJson.Default.LockContent)
                : null;
            return new LockHolder(content?.Pid, content?.Port, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return new LockHolder(null, null, path);
        }
    }
}
