using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Cron;
using OpenClaw.Agents.Hooks;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Sessions;
using OpenClaw.Storage;

namespace OpenClaw.Gateway.Automation.Hooks;

/// <summary>The hooks that are built in.</summary>
internal sealed class BundledHooks(AgentDirectory agents, SessionStore sessions, IsolatedTurns turns, TimeProvider time)
{
    private const int RememberedMessages = 15;
    private const int MaxBootChars = 20_000;

    /// <summary>Runs one of them.</summary>
    public Task RunAsync(string name, HookEvent happened, CancellationToken ct) => name switch
    {
        "boot-md" => BootAsync(ct),
        "command-logger" => LogAsync(happened),
        "session-memory" => RememberAsync(happened),
        _ => Task.CompletedTask,
    };

    private async Task BootAsync(CancellationToken ct)
    {
        var file = Path.Combine(agents.Workspace(agents.DefaultId), "BOOT.md");
        var text = File.Exists(file) ? (await File.ReadAllTextAsync(file, ct).ConfigureAwait(false)).Trim() : string.Empty;
        if (text.Length == 0)
            return;
        await turns.RunAsync(
            new IsolatedTurn
            {
                AgentId = agents.DefaultId,
                SessionKey = SessionKeys.Of(agents.DefaultId, "boot"),
                JobId = "boot",
                Name = "BOOT.md",
                Message = $"The gateway has just started. Do what BOOT.md says, then answer NO_REPLY unless your owner should know something.\n\n{(text.Length > MaxBootChars ? text[..MaxBootChars] : text)}",
                Caller = RunCaller.Heartbeat,
                Deliver = false,
            },
            ct).ConfigureAwait(false);
    }

    private Task LogAsync(HookEvent happened)
    {
        using var file = JsonlFile.OpenForAppend(Path.Combine(agents.Paths.StateDir, "logs", "commands.log"));
        file.Append(Encoding.UTF8.GetBytes(new JsonObject
        {
            ["timestamp"] = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            ["action"] = happened.Action,
            ["sessionKey"] = happened.SessionKey,
            ["senderId"] = happened.Context["senderId"]?.DeepClone() ?? "unknown",
            ["source"] = happened.Context["source"]?.DeepClone() ?? "unknown",
        }.ToJsonString()));
        return Task.CompletedTask;
    }

    private Task RememberAsync(HookEvent happened)
    {
        if (happened.Context["sessionId"]?.ToString() is not { Length: > 0 } sessionId)
            return Task.CompletedTask;
        var agentId = sessions.AgentOf(happened.SessionKey);
        var ended = StoredSession.From(new JsonObject { ["sessionId"] = sessionId });
        if (sessions.Transcript(happened.SessionKey, ended) is not { } transcript || !File.Exists(transcript.FilePath))
            return Task.CompletedTask;
        var lines = transcript.Read().Entries.Select(static entry => Line(entry.Message)).OfType<string>().TakeLast(RememberedMessages).ToList();
        if (lines.Count == 0)
            return Task.CompletedTask;
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), time.LocalTimeZone);
        var text = string.Create(CultureInfo.InvariantCulture, $"# Conversation, {now:yyyy-MM-dd HH:mm}\n\n- Session: {happened.SessionKey} ({sessionId})\n\n{string.Join("\n\n", lines)}\n");
        var name = string.Create(CultureInfo.InvariantCulture, $"{now:yyyy-MM-dd}-{now:HHmmss}.md");
        AtomicFile.Write(Path.Combine(agents.Workspace(agentId), "memory", name), text);
        return Task.CompletedTask;
    }

    private static string? Line(JsonElement? message)
    {
        if (message is not { ValueKind: JsonValueKind.Object } said || !said.TryGetProperty("role", out var role) || role.GetString() is not ("user" or "assistant")
            || !said.TryGetProperty("content", out var content))
            return null;
        var text = content.ValueKind == JsonValueKind.String
            ? content.GetString()
            : content.ValueKind == JsonValueKind.Array
                ? string.Concat(content.EnumerateArray()
                    .Where(static part => part.TryGetProperty("type", out var type) && type.GetString() == "text" && part.TryGetProperty("text", out _))
                    .Select(static part => part.GetProperty("text").GetString()))
                : null;
        return string.IsNullOrWhiteSpace(text) ? null : $"{role.GetString()}: {text.Trim()}";
    }
}
