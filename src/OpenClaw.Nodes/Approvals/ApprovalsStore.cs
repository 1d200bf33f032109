using System.Text;
using System.Text.Json;
using OpenClaw.Protocol;
using OpenClaw.Protocol.ExecApprovals;
using OpenClaw.Storage;

namespace OpenClaw.Nodes.Approvals;

/// <summary>
/// <c>exec-approvals.json</c> (spec 09 §3.3): read at every question, since people and other programs edit it; written whole, mode 0600,
/// under a lock that all our processes take.
/// </summary>
/// <param name="path">The file in the state directory.</param>
/// <param name="olderPath">Where earlier releases kept it regardless of the state directory: read once, when the file is missing; null: nowhere.</param>
/// <param name="time">Clock of the stamps and of the lock.</param>
public sealed class ApprovalsStore(string path, string? olderPath, TimeProvider time)
{
    /// <summary>Answer to a write without the hash of what it changes.</summary>
    public const string HashRequired = "exec approvals base hash required; re-run exec.approvals.get and retry";

    /// <summary>Answer to a write over somebody else's change.</summary>
    public const string HashStale = "exec approvals changed since last load; re-run exec.approvals.get and retry";

    private static readonly TimeSpan s_lockWait = TimeSpan.FromSeconds(10);

    private static readonly ProtocolJson s_json = new(new JsonSerializerOptions(ProtocolJson.Default.Options) { WriteIndented = true });

    /// <summary>The file now. A file that cannot be read denies everything.</summary>
    public ApprovalsSnapshot Read()
    {
        if (!File.Exists(path))
        {
            return olderPath is not null && olderPath != path && File.Exists(olderPath)
                ? Parse(olderPath) with { Path = path, Exists = false }
                : new ApprovalsSnapshot(path, Exists: false, ContentHash.OfNothing, ApprovalsFiles.Empty);
        }

        return Parse(path);
    }

    /// <summary>The file, created when it is missing.</summary>
    /// <exception cref="TimeoutException">Another process kept the lock for ten seconds.</exception>
    /// <exception cref="IOException">The disk refused.</exception>
    public Task<ApprovalsSnapshot> EnsureAsync(CancellationToken ct) =>
        ChangeAsync(static (snapshot, _) => snapshot.Exists && snapshot.File.Socket?.Token is not null ? null : snapshot.File, ct);

    /// <summary>Replaces the content; or says why not (<see cref="HashRequired"/>, <see cref="HashStale"/>).</summary>
    /// <param name="file">New content; a missing socket path or token is taken from the old one.</param>
    /// <param name="baseHash">Hash the change is based on; mandatory once the file exists.</param>
    /// <param name="ct">Ends the wait for the lock.</param>
    public async Task<(ApprovalsSnapshot? Snapshot, string? Problem)> SetAsync(ExecApprovalsFile file, string? baseHash, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        string? problem = null;
        var snapshot = await ChangeAsync(
            (before, _) =>
            {
                problem = !before.Exists || baseHash == before.Hash ? null : baseHash is null ? HashRequired : HashStale;
                return problem is null ? ApprovalsFiles.WithSocketOf(file, before.File) : null;
            },
            ct).ConfigureAwait(false);
        return problem is null ? (snapshot, null) : (null, problem);
    }

    /// <summary>Adds executables to the list of an agent; those that are listed already are left alone.</summary>
    public Task<ApprovalsSnapshot> AllowAsync(string agentId, IEnumerable<string> patterns, CancellationToken ct) =>
        ChangeAsync((before, _) => before.Problem is null ? ApprovalsFiles.Allowing(before.File, agentId, patterns) : null, ct);

    /// <summary>Notes that entries were used.</summary>
    public Task<ApprovalsSnapshot> UsedAsync(IReadOnlyList<AllowedCommand> commands, string line, CancellationToken ct) =>
        ChangeAsync(
            (before, now) => before.Problem is null ? ApprovalsFiles.Used(before.File, commands, line, now.ToUnixTimeMilliseconds()) : null, ct);

    private async Task<ApprovalsSnapshot> ChangeAsync(Func<ApprovalsSnapshot, DateTimeOffset, ExecApprovalsFile?> change, CancellationToken ct)
    {
        using var held = await FileLock.AcquireAsync(path + ".lock", s_lockWait, time, cancellationToken: ct).ConfigureAwait(false)
            ?? throw new TimeoutException($"{path} is locked by another process");
        var before = Read();
        if (change(before, time.GetUtcNow()) is not { } after)
            return before;
        var complete = ApprovalsFiles.Completed(after, Path.ChangeExtension(path, ".sock"));
        var text = JsonSerializer.Serialize(complete, s_json.ExecApprovalsFile) + "\n";
        await AtomicFile.WriteAsync(path, Encoding.UTF8.GetBytes(text), cancellationToken: ct).ConfigureAwait(false);
        return new ApprovalsSnapshot(path, Exists: true, ContentHash.Of(text), complete);
    }

    private static ApprovalsSnapshot Parse(string file)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ApprovalsSnapshot(file, Exists: true, ContentHash.OfNothing, ApprovalsFiles.Closed, e.Message);
        }

        try
        {
            var content = JsonSerializer.Deserialize(bytes, ProtocolJson.Default.ExecApprovalsFile);
            return content is { Version: 1 }
                ? new ApprovalsSnapshot(file, Exists: true, ContentHash.Of(bytes), ApprovalsFiles.Upgraded(content))
                : new ApprovalsSnapshot(file, Exists: true, ContentHash.Of(bytes), ApprovalsFiles.Closed, "version must be 1");
        }
        catch (JsonException e)
        {
            return new ApprovalsSnapshot(file, Exists: true, ContentHash.Of(bytes), ApprovalsFiles.Closed, e.Message);
        }
    }
}
