using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenClaw.Agents.Files;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Tools;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Transcripts;

/// <summary>
/// One session's transcript file (spec 08 §5). Entries form a tree; what is appended hangs under the leaf the file has at that moment,
/// whoever wrote it, so a line added from outside a run never cuts off what came before it.
/// </summary>
/// <param name="path">The file; it need not exist.</param>
/// <param name="time">Clock for ids, stamps and lock waits.</param>
public sealed class Transcript(string path, TimeProvider time)
{
    private const string NoResult = "No result: the tool was not run, or nobody knows what it came to.";
    private static readonly TimeSpan s_staleLock = TimeSpan.FromMinutes(30);

    /// <summary>The file.</summary>
    public string FilePath => path;

    /// <summary>True when the file is there.</summary>
    public bool Exists => File.Exists(path);

    /// <summary>What the file holds now.</summary>
    public TranscriptContent Read()
    {
        var content = TranscriptReader.Read(path);
        DamagedLines = content.DamagedLines;
        return content;
    }

    /// <summary>Lines that could not be read when the file was last read here; they stay in the file and are passed over.</summary>
    public IReadOnlyList<int> DamagedLines { get; private set; } = [];

    /// <summary>
    /// Begins a turn: writes the header when the file is new, model and thinking lines when they differ from the last ones on the path,
    /// and the prompt. A prompt that was never answered gives its place to this one; a tool call that was never answered gets the result the
    /// caller brings, else an error.
    /// </summary>
    /// <param name="opening">What the turn uses.</param>
    /// <param name="prompt">What is said; null when there are only results.</param>
    /// <param name="results">Results of the caller's own tools.</param>
    /// <param name="ct">Ends the wait for the lock.</param>
    /// <param name="promptId">Id of the prompt's entry; null: any.</param>
    /// <returns>The entries from the root to the last one added.</returns>
    internal async Task<IReadOnlyList<TranscriptEntry>> BeginTurnAsync(
        TranscriptOpening opening, JsonElement? prompt, IReadOnlyList<ClientToolResult> results, CancellationToken ct, string? promptId = null)
    {
        using var held = await LockAsync(ct).ConfigureAwait(false);
        var content = Read();
        var now = time.GetUtcNow();
        var added = new TranscriptAddition(content.PromptParent, now);
        if (content.Header is null && content.Entries.Count == 0)
            added.Header(opening);

        foreach (var call in TranscriptContent.OpenCalls(content.PathTo(content.PromptParent)))
        {
            var given = results.FirstOrDefault(result => result.CallId == call.Id) ?? new ClientToolResult(call.Id, call.Name, NoResult, IsError: true);
            added.Message(MessageJson.ToolResult(call.Id, call.Name, ToolResult.Text(given.Text) with { IsError = given.IsError }, now));
        }

        // Lines written behind an unanswered prompt would pull it back onto the path; the next answered turn writes them.
        if (content.Leaf is not { Role: "user" })
            added.Changes(opening, TranscriptState.Of(content.PathTo(content.Leaf?.Id)));
        if (prompt is { } said)
            added.Message(said, promptId);
        Append(added.Lines);
        return new TranscriptContent(content.Header, [.. content.Entries, .. added.Entries], content.Damaged).PathTo(added.LastId);
    }

    /// <summary>Appends a message under the current leaf. Returns the new entry's id.</summary>
    public async Task<string> AppendMessageAsync(JsonElement message, CancellationToken ct, string? id = null)
    {
        using var held = await LockAsync(ct).ConfigureAwait(false);
        id ??= TranscriptAddition.NewId();
        Append([TranscriptAddition.MessageLine(id, TranscriptReader.LeafId(path), time.GetUtcNow(), message)]);
        return id;
    }

    /// <summary>
    /// Puts a transcript in order whose writer was cut off: half a line at its end goes, and tool calls without a result get an error. A
    /// file that does not exist stays so.
    /// </summary>
    /// <returns>How many calls were open.</returns>
    internal async Task<int> RepairAsync(string reason, CancellationToken ct)
    {
        if (!Exists)
            return 0;
        using var held = await LockAsync(ct).ConfigureAwait(false);
        Append([]);
        var content = Read();
        var now = time.GetUtcNow();
        var added = new TranscriptAddition(content.Leaf?.Id, now);
        var open = TranscriptContent.OpenCalls(content.PathTo(content.Leaf?.Id));
        foreach (var call in open)
            added.Message(MessageJson.ToolResult(call.Id, call.Name, ToolResult.Text(reason) with { IsError = true }, now));
        Append(added.Lines);
        return open.Count;
    }

    /// <summary>
    /// Appends the summary that stands for everything before <paramref name="firstKeptId"/> from now on. Not cancellable: it was paid for.
    /// </summary>
    /// <returns>The entries from the root to the new one.</returns>
    internal async Task<IReadOnlyList<TranscriptEntry>> AppendCompactionAsync(
        string summary, string firstKeptId, long tokensBefore, IReadOnlyList<string> readFiles, IReadOnlyList<string> modifiedFiles)
    {
        using var held = await LockAsync(CancellationToken.None).ConfigureAwait(false);
        var content = Read();
        var added = new TranscriptAddition(content.Leaf?.Id, time.GetUtcNow());
        added.Compaction(summary, firstKeptId, tokensBefore, readFiles, modifiedFiles);
        Append(added.Lines);
        return new TranscriptContent(content.Header, [.. content.Entries, .. added.Entries], content.Damaged).PathTo(added.LastId);
    }

    /// <summary>
    /// Fills this file, which must not exist yet, with a copy of the conversation that another one holds now. Labels and other branches stay
    /// behind; ids are kept.
    /// </summary>
    internal async Task ForkFromAsync(Transcript source, string sessionId, string workingDirectory, CancellationToken ct)
    {
        IReadOnlyList<TranscriptEntry> kept;
        using (await source.LockAsync(ct).ConfigureAwait(false))
        {
            var content = source.Read();
            kept = content.PathTo(content.PromptParent);
        }

        using var held = await LockAsync(ct).ConfigureAwait(false);
        var lines = new List<byte[]> { TranscriptLine.Header(sessionId, time.GetUtcNow(), workingDirectory, source.FilePath) };
        string? parent = null;
        foreach (var entry in kept.Where(static entry => entry.Type != "label"))
        {
            lines.Add(Encoding.UTF8.GetBytes(TranscriptLine.Rooted(entry.Raw, parent)));
            parent = entry.Id ?? parent;
        }

        Append(lines);
    }

    /// <summary>Appends a <c>custom</c> line: something to remember that is never sent to a model.</summary>
    internal async Task AppendCustomAsync(string customType, Action<Utf8JsonWriter> data)
    {
        using var held = await LockAsync(CancellationToken.None).ConfigureAwait(false);
        Append([TranscriptLine.Custom(customType, TranscriptAddition.NewId(), TranscriptReader.LeafId(path), time.GetUtcNow(), data)]);
    }

    /// <summary>Notes what was sent to the people of this conversation from outside of it (spec 08 §5). Returns the new entry's id.</summary>
    public async Task<string> AddMirrorAsync(string sessionId, string workingDirectory, string text, CancellationToken ct) =>
        (await AddOutsideAsync(sessionId, workingDirectory, MessageJson.Mirror(text, time.GetUtcNow()), ct).ConfigureAwait(false)).Id;

    /// <summary>
    /// Appends an assistant line that no model said (<c>chat.inject</c>), to a file that may not exist yet. Returns the new entry's id
    /// and the message as stored.
    /// </summary>
    public Task<(string Id, JsonElement Message)> AddInjectedAsync(string sessionId, string workingDirectory, string text, CancellationToken ct) =>
        AddOutsideAsync(sessionId, workingDirectory, MessageJson.Injected(text, time.GetUtcNow()), ct);

    /// <summary>
    /// Keeps the header and the last <paramref name="maxLines"/> other lines, and puts the whole file aside. Kept lines whose parent is
    /// gone hang under the kept line before them, so that they stay one conversation.
    /// </summary>
    /// <returns>Where the whole file is now, null when it was short enough; and how many lines are left.</returns>
    public async Task<(string? Archived, int Kept)> TruncateAsync(int maxLines, CancellationToken ct)
    {
        using var held = await LockAsync(ct).ConfigureAwait(false);
        var content = Read();
        if (content.Entries.Count <= maxLines)
            return (null, content.Entries.Count);
        var kept = content.Entries.TakeLast(maxLines).ToList();
        var text = new StringBuilder();
        if (content.Header is { } header)
            text.Append(header.GetRawText()).Append('\n');
        var known = new HashSet<string>(StringComparer.Ordinal);
        string? previous = null;
        foreach (var entry in kept)
        {
            text.Append(TranscriptLine.Rooted(entry.Raw, entry.ParentId is { } parent && known.Contains(parent) ? parent : previous)).Append('\n');
            if (entry.Id is { } id)
                known.Add(previous = id);
        }

        var stamp = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH-mm-ss.fff'Z'", CultureInfo.InvariantCulture);
        var archive = $"{path}.bak.{stamp}";
        File.Copy(path, archive);
        await AtomicFile.WriteAsync(path, Encoding.UTF8.GetBytes(text.ToString()), cancellationToken: CancellationToken.None).ConfigureAwait(false);
        return (archive, kept.Count);
    }

    private async Task<(string Id, JsonElement Message)> AddOutsideAsync(string sessionId, string workingDirectory, JsonElement message, CancellationToken ct)
    {
        using var held = await LockAsync(ct).ConfigureAwait(false);
        var content = Read();
        var now = time.GetUtcNow();
        var id = TranscriptAddition.NewId();
        var lines = new List<byte[]>(2);
        if (content.Header is null && content.Entries.Count == 0)
            lines.Add(TranscriptLine.Header(sessionId, now, workingDirectory));
        lines.Add(TranscriptAddition.MessageLine(id, content.Leaf?.Id, now, message));
        Append(lines);
        return (id, message);
    }

    private void Append(IReadOnlyList<byte[]> lines)
    {
        using var file = JsonlFile.OpenForAppend(path);
        foreach (var line in lines)
            file.Append(line);
    }

    private Task<SidecarLock> LockAsync(CancellationToken ct)
    {
        AtomicFile.EnsureDirectory(Path.GetDirectoryName(path)!);
        return SidecarLock.AcquireAsync(path + ".lock", "createdAt", s_staleLock, time, ct);
    }
}
