using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Commands.Status;

/// <summary><c>/context</c>: what the prompt of the last run was made of.</summary>
public sealed class ContextCommand(SessionStore store) : ICommand
{
    private const int MaxDetails = 60;

    /// <inheritdoc/>
    public CommandInfo Info { get; } = new("context", "What the prompt is made of.", CommandGroup.Status) { Arguments = "[list|detail|json]" };

    /// <inheritdoc/>
    public Task<CommandAnswer> RunAsync(CommandScene scene, string arguments, CancellationToken ct)
    {
        if (store.Find(scene.SessionKey) is not { } session || session.Member("systemPromptReport") is not { ValueKind: JsonValueKind.Object } report)
            return Task.FromResult(CommandAnswer.Say("Nothing has run in this session yet, so there is no prompt to look at."));
        return Task.FromResult(CommandAnswer.Say(arguments.ToLowerInvariant() switch
        {
            "" or "list" => List(session, report, detailed: false),
            "detail" or "details" => List(session, report, detailed: true),
            "json" => $"```json\n{report.GetRawText()}\n```",
            _ => "Use /context list, /context detail or /context json.",
        }));
    }

    private static string List(StoredSession session, JsonElement report, bool detailed)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"System prompt: {Number(report, "systemPrompt", "chars")} characters, {Number(report, "systemPrompt", "projectContextChars")} of them from workspace files\n");
        text.Append(CultureInfo.InvariantCulture, $"Skills: {Number(report, "skills", "promptChars")} characters\n");
        text.Append(CultureInfo.InvariantCulture, $"Tools: {Number(report, "tools", "listChars")} characters in the list, {Number(report, "tools", "schemaChars")} in schemas\n");
        text.Append(CultureInfo.InvariantCulture, $"Conversation: {session.Number("totalTokens") ?? 0} of {session.Number("contextTokens") ?? 0} tokens at the last call\n");
        text.Append("\nWorkspace files:");
        foreach (var file in Items(report, "injectedWorkspaceFiles"))
        {
            var state = Flag(file, "missing") ? "missing" : Flag(file, "truncated") ? "cut" : "whole";
            text.Append(CultureInfo.InvariantCulture, $"\n- {file.Text("name")}: {Number(file, "injectedChars")} characters, {state}");
        }

        if (!detailed)
            return text.ToString();
        Entries(text, "Tools", report, "tools", "schemaChars");
        Entries(text, "Skills", report, "skills", "blockChars");
        return text.ToString();
    }

    private static void Entries(StringBuilder text, string title, JsonElement report, string section, string size)
    {
        var entries = report.TryGetProperty(section, out var holder) && holder.ValueKind == JsonValueKind.Object ? Items(holder, "entries") : [];
        text.Append(CultureInfo.InvariantCulture, $"\n\n{title} ({entries.Count}):");
        foreach (var entry in entries.OrderByDescending(entry => Number(entry, size)).Take(MaxDetails))
            text.Append(CultureInfo.InvariantCulture, $"\n- {entry.Text("name")}: {Number(entry, size)}");
    }

    private static List<JsonElement> Items(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    private static long Number(JsonElement holder, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (holder.ValueKind != JsonValueKind.Object || !holder.TryGetProperty(name, out holder))
                return 0;
        }

        return holder.ValueKind == JsonValueKind.Number && holder.TryGetInt64(out var number) ? number : 0;
    }

    private static bool Flag(JsonElement holder, string name) => holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
