using System.Threading.Channels;
using OpenClaw.Channels.Access;
using OpenClaw.Storage;

namespace OpenClaw.Channels.Pairing;

/// <summary>
/// People who wait to be let in and people who were (spec 10 §4), per channel, shared by its accounts. The files are the original's, and
/// so is the lock on them: a running gateway, the command line and the original may change them at the same time. Nothing is cached, so an
/// approval works with the next message. Safe from any thread.
/// </summary>
/// <param name="directory">The credentials directory.</param>
/// <param name="time">Clock.</param>
public sealed class PairingStore(string directory, TimeProvider time)
{
    /// <summary>How long a code can be approved.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(60);

    private const int MaxPending = 3;
    private const int MaxMeta = 120;
    private const string Unsafe = "\\/:*?\"<>|";
    private static readonly TimeSpan s_lockDeadline = TimeSpan.FromSeconds(15);

    // Within this process callers queue; the lock on the file is for other programs, and asks again and again.
    private readonly Channel<bool> _turn = Channel.CreateBounded<bool>(1);

    /// <summary>Those who were let in. Cheap enough to be asked with every message.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public IReadOnlyList<string> Allowed(string channel) => PairingFiles.ReadAllowed(AllowFile(channel));

    /// <summary>Those who wait, oldest first.</summary>
    public IReadOnlyList<PairingRequest> Pending(string channel) =>
        [.. Living(PairingFiles.ReadRequests(RequestFile(channel))).OrderBy(static request => request.CreatedAt)];

    /// <summary>Notes a message of somebody unknown: a new request, or that they were seen again.</summary>
    /// <param name="channel">Channel id.</param>
    /// <param name="id">The sender.</param>
    /// <param name="meta">What is known of them; empty values are left out.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    /// <exception cref="TimeoutException">Another program holds the lock.</exception>
    public Task<PairingOutcome> RequestAsync(string channel, string id, IReadOnlyDictionary<string, string?> meta, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(meta);
        var known = meta.Select(static pair => (pair.Key, Value: Plain(pair.Value))).Where(static pair => pair.Value.Length > 0)
            .ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal);
        var file = RequestFile(channel);
        return LockedAsync(
            file,
            () =>
            {
                var now = time.GetUtcNow();
                var requests = Living(PairingFiles.ReadRequests(file)).OrderByDescending(static request => request.LastSeenAt).Take(MaxPending).ToList();
                var mine = requests.FindIndex(request => request.Id == id);
                if (mine < 0 && requests.Count == MaxPending)
                    return default;
                var request = mine < 0
                    ? new PairingRequest(id, PairingCodes.New([.. requests.Select(static other => other.Code)]), now, now, known)
                    : requests[mine] with { LastSeenAt = now, Meta = known.Count > 0 ? known : requests[mine].Meta };
                if (mine < 0)
                    requests.Add(request);
                else
                    requests[mine] = request;
                PairingFiles.WriteRequests(file, requests.OrderBy(static other => other.CreatedAt));
                return new PairingOutcome(request, mine < 0);
            },
            ct);
    }

    /// <summary>Lets somebody in.</summary>
    /// <param name="channel">Channel id.</param>
    /// <param name="code">Their code, as it was typed.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Their request; null: no such code waits.</returns>
    /// <inheritdoc cref="RequestAsync" path="/exception"/>
    public async Task<PairingRequest?> ApproveAsync(string channel, string? code, CancellationToken ct)
    {
        var wanted = PairingCodes.Read(code);
        var file = RequestFile(channel);
        var approved = Living(PairingFiles.ReadRequests(file)).FirstOrDefault(request => request.Code == wanted);
        if (approved is null)
            return null;

        // Let in first: a crash in between leaves a request that can be approved again, not a person without access and without a code.
        await AllowAsync(channel, approved.Id, ct).ConfigureAwait(false);
        await LockedAsync(
            file,
            () =>
            {
                PairingFiles.WriteRequests(file, Living(PairingFiles.ReadRequests(file)).Where(request => request.Code != wanted));
                return true;
            },
            ct).ConfigureAwait(false);
        return approved;
    }

    private Task<bool> AllowAsync(string channel, string id, CancellationToken ct)
    {
        var file = AllowFile(channel);
        return LockedAsync(
            file,
            () =>
            {
                var ids = PairingFiles.ReadAllowed(file);
                if (SenderIds.Normalize(channel, id) is not { } entry || entry == SenderIds.Wildcard || ids.Any(known => SenderIds.Normalize(channel, known) == entry))
                    return false;
                PairingFiles.WriteAllowed(file, ids.Where(static known => known != SenderIds.Wildcard).Append(entry));
                return true;
            },
            ct);
    }

    private IEnumerable<PairingRequest> Living(IEnumerable<PairingRequest> requests)
    {
        var now = time.GetUtcNow();
        return requests.Where(request => now - request.CreatedAt <= Lifetime);
    }

    private async Task<T> LockedAsync<T>(string file, Func<T> change, CancellationToken ct)
    {
        await _turn.Writer.WriteAsync(true, ct).ConfigureAwait(false);
        try
        {
            using var held = await DirectoryLock.AcquireAsync(file + ".lock", s_lockDeadline, time, ct).ConfigureAwait(false)
                ?? throw new TimeoutException($"another program holds {file}.lock. Remove that directory if none is running");
            return change();
        }
        finally
        {
            _turn.Reader.TryRead(out _);
        }
    }

    private string RequestFile(string channel) => Path.Combine(directory, $"{FileName(channel)}-pairing.json");

    private string AllowFile(string channel) => Path.Combine(directory, $"{FileName(channel)}-allowFrom.json");

    /// <summary>Strangers choose their names, and the owner's terminal shows them.</summary>
    private static string Plain(string? name)
    {
        var text = string.Concat((name ?? string.Empty).Where(static c => !char.IsControl(c))).Trim();
        return text.Length > MaxMeta ? text[..MaxMeta] : text;
    }

    private static string FileName(string channel)
    {
        var name = channel.Trim().ToLowerInvariant();
        return string.Concat(name.Select(static c => Unsafe.Contains(c, StringComparison.Ordinal) || char.IsControl(c) ? '_' : c)).Replace("..", "_", StringComparison.Ordinal);
    }
}
