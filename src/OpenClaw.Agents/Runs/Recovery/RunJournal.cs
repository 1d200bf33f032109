using System.Text.Json;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Runs.Recovery;

/// <summary>
/// The runs that have begun and not ended, on disk: <c>&lt;state&gt;/runs/active.jsonl</c>, 0600. A line is written before a run does
/// anything and survives the process, however it ends (not a power cut: the lines are not synced to disk, and neither are transcripts).
/// </summary>
/// <param name="path">The file.</param>
/// <param name="time">Clock.</param>
public sealed class RunJournal(string path, TimeProvider time) : IDisposable
{
    // The file is emptied whenever nothing is going on, and written anew when it has grown this long meanwhile.
    private const long MaxLength = 4L * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, UnfinishedRun> _active = new(StringComparer.Ordinal);
    private IReadOnlyList<UnfinishedRun>? _left;
    private JsonlFile? _file;

    /// <summary>Runs of an earlier process, as they were when this one first looked.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public IReadOnlyList<UnfinishedRun> Left()
    {
        lock (_gate)
        {
            if (_left is { } known)
                return known;
            foreach (var bytes in JsonlFile.ReadLines(path))
                Take(bytes.Span);
            return _left = [.. _active.Values];
        }
    }

    /// <summary>
    /// A message is taken on that will become a run of this name, or part of another one. It is not repeated after a restart, because it has
    /// not been read yet: it may be a command.
    /// </summary>
    /// <exception cref="IOException">It could not be written down.</exception>
    public void Accepted(RunRequest message) => Add(UnfinishedRun.Of(message, time.GetUtcNow()) with { IsWhole = false });

    /// <summary>A run is taken on; it takes the place of the message of its name.</summary>
    /// <exception cref="IOException">It could not be written down.</exception>
    internal void Began(RunRequest request) => Add(UnfinishedRun.Of(request, time.GetUtcNow()));

    private void Add(UnfinishedRun run)
    {
        _ = Left();
        lock (_gate)
        {
            _active[run.RunId] = run;
            Write(new JournalLine { Op = "begin", RunId = run.RunId, Run = run });
        }
    }

    /// <summary>A run is about to use a tool.</summary>
    internal void UsesTool(string runId)
    {
        lock (_gate)
        {
            if (!_active.TryGetValue(runId, out var run) || run.UsedTools)
                return;
            _active[runId] = run with { UsedTools = true };
            Write(new JournalLine { Op = "tool", RunId = runId });
        }
    }

    /// <summary>
    /// A run or message is over, became part of another one, or somebody was told that it never will be. A file that cannot be written is no
    /// failure: after a restart the end is told once too often, which harms nobody.
    /// </summary>
    public void Ended(string runId)
    {
        try
        {
            Remove(runId);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    private void Remove(string runId)
    {
        lock (_gate)
        {
            if (!_active.Remove(runId))
                return;
            if (_active.Count == 0)
                Rewrite();
            else
                Write(new JournalLine { Op = "end", RunId = runId });
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _file?.Dispose();
            _file = null;
        }
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        JournalLine? line;
        try
        {
            line = JsonSerializer.Deserialize(bytes, JournalJson.Default.JournalLine);
        }
        catch (JsonException)
        {
            // Of another release, or damaged: nothing can be said of it.
            return;
        }

        switch (line)
        {
            case { Op: "begin", Run: { } run }:
                _active[line.RunId] = run;
                break;
            case { Op: "tool" } when _active.TryGetValue(line.RunId, out var known):
                _active[line.RunId] = known with { UsedTools = true };
                break;
            case { Op: "end" }:
                _active.Remove(line.RunId);
                break;
        }
    }

    private void Write(JournalLine line)
    {
        _file ??= JsonlFile.OpenForAppend(path);
        if (_file.Length > MaxLength)
        {
            Rewrite();
            return;
        }

        _file.Append(JsonSerializer.SerializeToUtf8Bytes(line, JournalJson.Default.JournalLine));
    }

    /// <summary>The file holds what is going on now and nothing else.</summary>
    private void Rewrite()
    {
        _file?.Dispose();
        _file = null;
        if (_active.Count == 0)
        {
            File.Delete(path);
            return;
        }

        using var content = new MemoryStream();
        foreach (var run in _active.Values)
        {
            content.Write(JsonSerializer.SerializeToUtf8Bytes(new JournalLine { Op = "begin", RunId = run.RunId, Run = run }, JournalJson.Default.JournalLine));
            content.WriteByte((byte)'\n');
        }

        AtomicFile.Write(path, content.ToArray());
    }
}
