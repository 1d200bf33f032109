using System.Text.Json.Nodes;
using OpenClaw.Agents.Models;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Agents.Sessions;

/// <summary><c>sessions.patch</c>: all of a patch is applied or nothing (spec 02 §6).</summary>
public sealed class SessionPatcher(SessionStore store, ModelSelection selection, ModelCatalog catalog)
{
    /// <summary>Applies it; the changed entry, or the text of what is wrong.</summary>
    public Task<(StoredSession? Entry, string? Problem)> ApplyAsync(string canonicalKey, SessionsPatchParams patch, CancellationToken ct)
    {
        var agentId = store.AgentOf(canonicalKey);
        return store.TryUpdateAsync(canonicalKey, (entry, others) => Apply(agentId, canonicalKey, entry, others, patch), ct);
    }

    private string? Apply(string agentId, string key, JsonObject entry, JsonObject others, SessionsPatchParams patch) =>
        Spawned(key, entry, patch.SpawnedBy)
        ?? Label(key, entry, others, patch.Label)
        ?? Thinking(agentId, entry, patch.ThinkingLevel)
        ?? Level(entry, "verboseLevel", patch.VerboseLevel, Verbose, keepOff: true, "\"on\"|\"off\"")
        ?? Level(entry, "reasoningLevel", patch.ReasoningLevel, Reasoning, keepOff: false, "\"on\"|\"off\"|\"stream\"")
        ?? Level(entry, "responseUsage", patch.ResponseUsage, Usage, keepOff: false, "\"off\"|\"tokens\"|\"full\"")
        ?? Level(entry, "elevatedLevel", patch.ElevatedLevel, Elevated, keepOff: true, "\"on\"|\"off\"|\"ask\"|\"full\"")
        ?? Level(entry, "execHost", patch.ExecHost, OneOf("sandbox", "gateway", "node"), keepOff: true, "\"sandbox\"|\"gateway\"|\"node\"")
        ?? Level(entry, "execSecurity", patch.ExecSecurity, OneOf("deny", "allowlist", "full"), keepOff: true, "\"deny\"|\"allowlist\"|\"full\"")
        ?? Level(entry, "execAsk", patch.ExecAsk, OneOf("off", "on-miss", "always"), keepOff: true, "\"off\"|\"on-miss\"|\"always\"")
        ?? ExecNode(entry, patch.ExecNode)
        ?? Model(agentId, entry, patch.Model)
        ?? Level(entry, "sendPolicy", patch.SendPolicy, OneOf("allow", "deny"), keepOff: true, "\"allow\"|\"deny\"")
        ?? Level(entry, "groupActivation", patch.GroupActivation, OneOf("mention", "always"), keepOff: true, "\"mention\"|\"always\"");

    private static string? Spawned(string key, JsonObject entry, PatchedText value)
    {
        if (!value.IsPresent)
            return null;
        var now = Text(entry, "spawnedBy");
        if (value.IsCleared)
            return now is null ? null : "spawnedBy cannot be cleared once set";
        var wanted = value.Text!.Trim();
        if (wanted.Length == 0)
            return "invalid spawnedBy: empty";
        if (!SessionKeys.IsSubagent(key))
            return "spawnedBy is only supported for subagent:* sessions";
        if (now is not null && now != wanted)
            return "spawnedBy cannot be changed once set";
        entry["spawnedBy"] = wanted;
        return null;
    }

    private static string? Label(string key, JsonObject entry, JsonObject others, PatchedText value)
    {
        if (!value.IsPresent)
            return null;
        if (value.IsCleared)
        {
            entry.Remove("label");
            return null;
        }

        var label = value.Text!.Trim();
        if (label.Length == 0)
            return "invalid label: empty";
        foreach (var (name, other) in others)
        {
            if (name != key && other is JsonObject node && Text(node, "label") == label)
                return $"label already in use: {label}";
        }

        entry["label"] = label;
        return null;
    }

    private string? Thinking(string agentId, JsonObject entry, PatchedText value)
    {
        if (!value.IsPresent)
            return null;
        if (value.IsCleared)
        {
            entry.Remove("thinkingLevel");
            return null;
        }

        var model = Text(entry, "modelOverride") is { } id
            ? new ModelRef(Text(entry, "providerOverride") ?? ModelRef.Default.Provider, id)
            : selection.Default(agentId);
        if (ThinkingLevels.Parse(value.Text) is not { } level)
            return $"invalid thinkingLevel (use {ThinkingLevels.Choices(model)})";
        if (level == ThinkingLevels.ExtraHigh && !ThinkingLevels.HasExtraHigh(model))
            return $"thinkingLevel \"xhigh\" is only supported for {ThinkingLevels.ExtraHighModels}";
        if (level == ThinkingLevels.Off)
            entry.Remove("thinkingLevel");
        else
            entry["thinkingLevel"] = level;
        return null;
    }

    private static string? Level(
        JsonObject entry, string name, PatchedText value, Func<string, string?> read, bool keepOff, string choices)
    {
        if (!value.IsPresent)
            return null;
        if (value.IsCleared)
        {
            entry.Remove(name);
            return null;
        }

        if (read(value.Text!.Trim().ToLowerInvariant()) is not { } level)
            return $"invalid {name} (use {choices})";
        if (level == "off" && !keepOff)
            entry.Remove(name);
        else
            entry[name] = level;
        return null;
    }

    private static string? ExecNode(JsonObject entry, PatchedText value)
    {
        if (!value.IsPresent)
            return null;
        if (value.IsCleared)
        {
            entry.Remove("execNode");
            return null;
        }

        var node = value.Text!.Trim();
        if (node.Length == 0)
            return "invalid execNode: empty";
        entry["execNode"] = node;
        return null;
    }

    private string? Model(string agentId, JsonObject entry, PatchedText value)
    {
        if (!value.IsPresent)
            return null;
        if (!value.IsCleared && value.Text!.Trim().Length == 0)
            return "invalid model: empty";
        ModelRef? chosen = null;
        if (!value.IsCleared)
        {
            var (model, problem) = selection.Choose(agentId, value.Text!);
            if (problem is not null)
                return problem;
            chosen = model;
        }

        // A credential pinned for another model must not be used for this one.
        foreach (var name in (ReadOnlySpan<string>)
            ["providerOverride", "modelOverride", "authProfileOverride", "authProfileOverrideSource", "authProfileOverrideCompactionCount"])
            entry.Remove(name);
        if (chosen is not { } set || set == selection.Default(agentId))
            return null;
        entry["providerOverride"] = set.Provider;
        entry["modelOverride"] = catalog.Find(set)?.Ref.Id ?? set.Id;
        return null;
    }

    private static string? Verbose(string word) => word switch
    {
        "on" or "true" or "yes" or "1" or "minimal" => "on",
        "full" or "all" or "everything" => "full",
        "off" or "false" or "no" or "0" => "off",
        _ => null,
    };

    private static string? Reasoning(string word) => word switch
    {
        "on" or "true" or "yes" or "1" => "on",
        "stream" or "streaming" => "stream",
        "off" or "false" or "no" or "0" => "off",
        _ => null,
    };

    private static string? Usage(string word) => word switch
    {
        "tokens" or "on" => "tokens",
        "full" => "full",
        "off" => "off",
        _ => null,
    };

    private static string? Elevated(string word) => word switch
    {
        "on" or "true" or "yes" or "1" => "on",
        "off" or "false" or "no" or "0" => "off",
        "ask" => "ask",
        "full" => "full",
        _ => null,
    };

    private static Func<string, string?> OneOf(params string[] words) => word => words.Contains(word, StringComparer.Ordinal) ? word : null;

    private static string? Text(JsonObject entry, string name) =>
        entry[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
