using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpenClaw.Agents.Files;
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
    private static readonly TimeSpan s_staleLock = TimeSpan.FromMinutes(30);

    /// <summary>The file.</summary>
    public string FilePath => path;

    /// <summary>True when the file is there.</summary>
    public bool Exists => File.Exists(path);

    /// <summary>What the file holds now.</summary>
    public TranscriptContent Read() => TranscriptReader.Read(path);

    /// <summary>
    /// Prepares the file for a run: writes the header when it is new, and model and thinking lines when they differ from the last ones
    /// on the path. Returns the content after that.
    /// </summary>
    public async Task<TranscriptContent> BeginRunAsync(TranscriptOpening opening, CancellationToken ct)
    {
        using var held = await LockAsync(ct).ConfigureAwait(false);
        var content = Read();
        var now = time.GetUtcNow();
        var lines = new List<byte[]>();
        if (content.Header is null && content.Entries.Count == 0)
            lines.Add(TranscriptLine.Header(opening.SessionId, now, opening.WorkingDirectory));
        var parent = content.Leaf?.Id;
        var orphan = content.Leaf is { Role: "user" };
        var state = TranscriptState.Of(content.PathTo(parent));

        // Lines written here would hang under an unanswered prompt and pull it back onto the path; the next answered turn writes them.
        if (!orphan)
        {
            if (state.Provider != opening.Provider || state.ModelId != opening.ModelId)
                Add("model_change", writer =>
                {
                    writer.WriteString("provider", opening.Provider);
                    writer.WriteString("modelId", opening.ModelId);
                });
            if (state.ThinkingLevel != opening.ThinkingLevel)
                Add("thinking_level_change", writer => writer.WriteString("thinkingLevel", opening.ThinkingLevel));
            if (state.Provider != opening.Provider || state.ModelId != opening.ModelId)
            {
                var id = NewId();
                lines.Add(TranscriptLine.Custom("model-snapshot", id, parent, now, writer =>
                {
                    writer.WriteStartObject();
                    writer.WriteNumber("timestamp", now.ToUnixTimeMilliseconds());
                    writer.WriteString("provider", opening.Provider);
                    writer.WriteString("modelApi", opening.Api);
                    writer.WriteString("modelId", opening.ModelId);
                    writer.WriteEndObject();
                }));
                parent = id;
            }
        }

        if (lines.Count == 0)
            return content;
        Append(lines);
        return Read();

        void Add(string type, Action<Utf8JsonWriter> members)
        {
            var id = NewId();
            lines.Add(TranscriptLine.Entry(type, id, parent, now, members));
            parent = id;
        }
    }

    /// <summary>Appends a user prompt, applying the rule for unanswered prompts. Returns the new entry's id.</summary>
    public Task<string> AppendPromptAsync(JsonElement message, CancellationToken ct) =>
        AppendAsync(message, static content => content.PromptParent, ct);

    /// <summary>Appends any other message under the current leaf. Returns the new entry's id.</summary>
    public Task<string> AppendMessageAsync(JsonElement message, CancellationToken ct) =>
        AppendAsync(message, static content => content.Leaf?.Id, ct);

    /// <summary>
    /// Appends an assistant line that no model said (<c>chat.inject</c>), to a file that may not exist yet. Returns the new entry's id
    /// and the message as stored.
    /// </summary>
    public async Task<(string Id, JsonElement Message)> AddInjectedAsync(string sessionId, string workingDirectory, string text, CancellationToken ct)
    {
        using var held = await LockAsync(ct).ConfigureAwait(false);
        var content = Read();
        var now = time.GetUtcNow();
        var id = NewId();
        var message = MessageJson.Injected(text, now);
        var lines = new List<byte[]>(2);
        if (content.Header is null && content.Entries.Count == 0)
            lines.Add(TranscriptLine.Header(sessionId, now, workingDirectory));
        lines.Add(MessageLine(id, content.Leaf?.Id, now, message));
        Append(lines);
        return (id, message);
    }

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

    private async Task<string> AppendAsync(JsonElement message, Func<TranscriptContent, string?> parent, CancellationToken ct)
    {
        using var held = await LockAsync(ct).ConfigureAwait(false);
        var id = NewId();
        Append([MessageLine(id, parent(Read()), time.GetUtcNow(), message)]);
        return id;
    }

    private static byte[] MessageLine(string id, string? parentId, DateTimeOffset now, JsonElement message) =>
        TranscriptLine.Entry("message", id, parentId, now, writer =>
        {
            writer.WritePropertyName("message");
            message.WriteTo(writer);
        });

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

    private static string NewId() => RandomNumberGenerator.GetHexString(8, lowercase: true);
}
