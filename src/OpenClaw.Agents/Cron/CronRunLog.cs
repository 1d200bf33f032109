using System.Text.Json;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Cron;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Cron;

/// <summary>What became of each run: <c>cron/runs/&lt;jobId&gt;.jsonl</c>, one line per finished run (spec 09 §6.1).</summary>
/// <param name="directory">Folder of the files.</param>
internal sealed class CronRunLog(string directory)
{
    private const long MaxBytes = 2 * 1024 * 1024;
    private const int KeptLines = 2000;
    private readonly Lock _gate = new();

    /// <summary>Appends a line; a file that has grown too long keeps its last lines.</summary>
    public void Add(CronRunEntry entry)
    {
        if (PathOf(entry.JobId) is not { } path)
            return;
        lock (_gate)
        {
            using (var file = JsonlFile.OpenForAppend(path))
            {
                file.Append(JsonSerializer.SerializeToUtf8Bytes(entry, ProtocolJson.Default.CronRunEntry));
                if (file.Length <= MaxBytes)
                    return;
            }

            Prune(path);
        }
    }

    /// <summary>The last runs of a job, oldest first; none for a job nobody knows.</summary>
    public IReadOnlyList<CronRunEntry> Last(string jobId, int limit)
    {
        if (PathOf(jobId) is not { } path)
            return [];
        var last = new Queue<CronRunEntry>();
        lock (_gate)
        {
            foreach (var line in JsonlFile.ReadLines(path))
            {
                if (Parse(line) is not { } entry || entry.JobId != jobId)
                    continue;
                if (last.Count == limit)
                    last.Dequeue();
                last.Enqueue(entry);
            }
        }

        return [.. last];
    }

    private static void Prune(string path)
    {
        using var kept = new MemoryStream();
        foreach (var line in JsonlFile.ReadLines(path).TakeLast(KeptLines))
        {
            kept.Write(line.Span);
            kept.WriteByte((byte)'\n');
        }

        AtomicFile.Write(path, kept.ToArray());
    }

    private static CronRunEntry? Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line.Span, ProtocolJson.Default.CronRunEntry) is { Action: "finished" } entry ? entry : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string? PathOf(string jobId) => PathGuard.IsFileId(jobId) ? Path.Combine(directory, jobId + ".jsonl") : null;
}
