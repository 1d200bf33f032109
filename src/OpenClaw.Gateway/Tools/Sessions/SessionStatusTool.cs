using System.Globalization;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Queues;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Tools;
using OpenClaw.Protocol;

namespace OpenClaw.Gateway.Tools.Sessions;

/// <summary><c>session_status</c>: a card about a session, and the choice of its model (spec 09 §2).</summary>
internal sealed class SessionStatusTool(SessionStore store, SessionReach reach, ModelSelection models, ModelCatalog catalog, AgentRunner runner, MethodInvoker methods)
    : MethodTool(methods)
{
    private const string Name = "session_status";

    /// <inheritdoc/>
    public override ToolDefinition Definition { get; } = new()
    {
        Name = Name,
        Summary = "Show a session's status card (time, model, tokens); set its model",
        Description = "Shows date and time, model, tokens, context and settings of this session or another one. "
            + "model sets the model of the session; default takes the choice back.",
        Parameters = ToolParameters.Of(
            """
            {"type":"object","properties":{
              "sessionKey":{"type":"string","description":"Another session; default: this one"},
              "model":{"type":"string","description":"provider/model or an alias to use from now on, or default"}}}
            """),
    };

    /// <inheritdoc/>
    public override async Task<ToolResult> RunAsync(ToolCall call, CancellationToken ct)
    {
        var arguments = new ToolArguments(call.Arguments);
        var found = reach.Find(call.Scene, arguments.Text("sessionKey") ?? call.Scene.SessionKey);
        if (found.Entry is not { } entry)
            return found.Refusal(Name);
        var changed = false;
        if (arguments.Text("model") is { } model)
        {
            var wanted = model.Equals("default", StringComparison.OrdinalIgnoreCase) ? null : model;
            var (_, problem) = await AskAsync(call, "sessions.patch", new JsonObject { ["key"] = found.Key, ["model"] = wanted }, ct).ConfigureAwait(false);
            if (problem is not null)
                return Error(problem);
            changed = true;
            entry = store.Find(found.Key) ?? entry;
        }

        var text = Card(found.Key, entry);
        var details = new JsonObject { ["ok"] = true, ["sessionKey"] = found.Key, ["changedModel"] = changed, ["statusText"] = text };
        return ToolResult.Json(details) with { Content = ToolResult.Text(text).Content };
    }

    private string Card(string key, StoredSession entry)
    {
        var (agentId, config, now) = (store.AgentOf(key), store.Agents.Config, store.Time.GetUtcNow());
        var model = entry.Text("modelOverride") is { } id
            ? catalog.Resolve(new ModelRef(entry.Text("providerOverride") ?? ModelRef.Default.Provider, id))
            : models.DefaultInfo(agentId);
        var zone = Zone(config.Agents.Defaults.UserTimezone);
        var queue = QueueSettings.For(config.Messages.Queue, entry.Text("lastChannel"), entry);
        var window = entry.Number("contextTokens") ?? (model is null ? 0 : models.ContextTokens(model));
        var used = entry.Number("totalTokens") ?? 0;
        string[] lines =
        [
            $"OpenClaw {ProductVersion.Text}",
            Invariant($"Time: {TimeZoneInfo.ConvertTime(now, zone):dddd, d MMMM yyyy, HH:mm} ({zone.Id})"),
            $"Model: {model?.Ref.ToString() ?? "none"}",
            Invariant($"Tokens of the last run: {entry.Number("inputTokens") ?? 0} in / {entry.Number("outputTokens") ?? 0} out"),
            Invariant($"Context: {used} of {window} ({(window > 0 ? 100 * used / window : 0)} %), compacted {entry.Number("compactionCount") ?? 0} times"),
            $"Session: {key}{(entry.UpdatedAt is { } at ? ", active " + Ago(now - DateTimeOffset.FromUnixTimeMilliseconds(at)) : "")}",
            $"Thinking: {models.Thinking(entry, model)}, verbose: {entry.Text("verboseLevel") ?? config.Agents.Defaults.VerboseDefault ?? "off"}, "
                + $"reasoning: {entry.Text("reasoningLevel") ?? "off"}, elevated: {entry.Text("elevatedLevel") ?? config.Agents.Defaults.ElevatedDefault ?? "on"}",
            Invariant($"Queue: {queue.Mode.ToString().ToLowerInvariant()}, {runner.Of(key).Count} runs in progress or waiting"),
        ];
        return string.Join('\n', lines);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Ago(TimeSpan age) => age.TotalMinutes < 1 ? "just now"
        : age.TotalHours < 1 ? Invariant($"{(int)age.TotalMinutes} min ago")
        : age.TotalDays < 1 ? Invariant($"{(int)age.TotalHours} h ago")
        : Invariant($"{(int)age.TotalDays} d ago");

    private TimeZoneInfo Zone(string? id) =>
        id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : store.Time.LocalTimeZone;
}
