using System.Globalization;
using System.Text;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Subagents;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Commands.Management;

/// <summary><c>/subagents</c>: those this session started, as a numbered list, and stopping them.</summary>
public sealed class SubagentsCommand(SubagentDesk desk, SessionStore store) : ICommand
{
    private const int DefaultLog = 10;
    private const int MaxLog = 50;
    private const int MaxLine = 300;
    private const long MaxLogBytes = 256 * 1024;
    private const string Usage = "Use /subagents list, /subagents info <n>, /subagents log <n> [lines] or /subagents stop <n|all>.";

    /// <inheritdoc/>
    public CommandInfo Info { get; } = new("subagents", "Sub-agents of this session.", CommandGroup.Management)
    {
        Arguments = "list | info <n> | log <n> [lines] | stop <n|all>",
    };

    /// <summary>How many are at work, for the status card.</summary>
    public string? Line(CommandScene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var active = desk.Of(scene.SessionKey).Count(static record => record.EndedAt is null);
        return active == 0 ? null : $"🤖 Sub-agents: {active} at work";
    }

    /// <inheritdoc/>
    public Task<CommandAnswer> RunAsync(CommandScene scene, string arguments, CancellationToken ct)
    {
        var records = desk.Of(scene.SessionKey);
        var words = arguments.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var verb = words.Length == 0 ? "list" : words[0].ToLowerInvariant();
        return Task.FromResult(CommandAnswer.Say(verb switch
        {
            "list" => List(records),
            "stop" when words is [_, var all] && all.Equals("all", StringComparison.OrdinalIgnoreCase) => $"Stopped {desk.StopOf(scene.SessionKey)}.",
            "stop" or "info" or "log" when words.Length < 2 => Usage,
            "stop" => Named(records, words[1]) is { } record ? desk.Stop(record.RunId) ? "Stopped." : "It is not at work." : Unknown(words[1]),
            "info" => Named(records, words[1]) is { } record ? Describe(record) : Unknown(words[1]),
            "log" => Named(records, words[1]) is { } record ? Log(record, words.ElementAtOrDefault(2)) : Unknown(words[1]),
            _ => Usage,
        }));
    }

    private string List(IReadOnlyList<SubagentRecord> records)
    {
        if (records.Count == 0)
            return "This session has no sub-agents.";
        var text = new StringBuilder();
        for (var i = 0; i < records.Count; i++)
            text.Append(i == 0 ? "" : "\n").Append(CultureInfo.InvariantCulture, $"{i + 1}. {Status(records[i])} · {Label(records[i])} · {Runtime(records[i])} · run {records[i].RunId} · {records[i].ChildSessionKey}");
        return text.ToString();
    }

    private string Describe(SubagentRecord record) =>
        $"{Label(record)}\nStatus: {Status(record)}\nRuntime: {Runtime(record)}\nRun: {record.RunId}\nSession: {record.ChildSessionKey}\nTask: {Cut(record.Task, 2000)}"
        + (record.Outcome?.Error is { } error ? $"\nError: {error}" : string.Empty);

    private string Log(SubagentRecord record, string? count)
    {
        if (store.Find(record.ChildSessionKey) is not { } session || store.Transcript(record.ChildSessionKey, session) is not { Exists: true } transcript)
            return "It has said nothing yet.";
        var limit = int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? Math.Clamp(wanted, 1, MaxLog) : DefaultLog;
        var lines = TranscriptHistory.Last(transcript.FilePath, limit, (int)MaxLogBytes)
            .Select(static message => (Role: MessageJson.Text(message, "role"), Text: string.Concat(MessageJson.Content(message).OfType<Messages.ContentPart.Text>().Select(static part => part.Value))))
            .Where(static line => line.Role is "user" or "assistant" && line.Text.Trim().Length > 0)
            .Select(static line => $"{line.Role}: {Cut(line.Text, MaxLine)}").ToList();
        return lines.Count == 0 ? "It has said nothing yet." : string.Join('\n', lines);
    }

    private static SubagentRecord? Named(IReadOnlyList<SubagentRecord> records, string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? records.ElementAtOrDefault(number - 1)
            : records.FirstOrDefault(record => record.RunId == word || record.ChildSessionKey == word || word.Equals(record.Label, StringComparison.OrdinalIgnoreCase));

    private static string Unknown(string word) => $"This session has no sub-agent \"{word}\"; /subagents list shows them.";

    private static string Status(SubagentRecord record) => record.EndedAt is null ? "at work" : record.Outcome?.Status ?? "ended";

    private static string Label(SubagentRecord record) => record.Label is { Length: > 0 } label ? label : Cut(record.Task, 60);

    private string Runtime(SubagentRecord record)
    {
        var end = record.EndedAt ?? store.Time.GetUtcNow().ToUnixTimeMilliseconds();
        var time = TimeSpan.FromMilliseconds(Math.Max(0, end - (record.StartedAt ?? record.CreatedAt)));
        return time.TotalMinutes < 1 ? $"{(int)time.TotalSeconds}s" : $"{(int)time.TotalMinutes}m {time.Seconds}s";
    }

    private static string Cut(string text, int max)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= max)
            return line;
        return line[..(char.IsHighSurrogate(line[max - 1]) ? max - 1 : max)] + "…";
    }
}
