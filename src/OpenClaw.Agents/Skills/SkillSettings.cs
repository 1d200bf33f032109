using System.Text.Json.Nodes;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Redaction;
using OpenClaw.Configuration.Writing;
using OpenClaw.Protocol.Skills;

namespace OpenClaw.Agents.Skills;

/// <summary><c>skills.update</c> (spec 02 §13): changes one entry of <c>skills.entries</c> and nothing else of the file.</summary>
public sealed class SkillSettings(IConfigWriter writer)
{
    /// <summary>The entry as it is now, without its secrets; or why nothing was written.</summary>
    public async Task<(SkillsUpdateResult? Result, string? Problem)> UpdateAsync(SkillsUpdateParams change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(change);
        var key = change.SkillKey.Trim();
        if (key.Length == 0)
            return (null, "skillKey must not be blank");
        JsonObject? entry = null;
        var written = await writer.WriteAsync(current => Edit(current, key, change, out entry), cancellationToken: ct).ConfigureAwait(false);
        if (!written.Ok)
            return (null, written.Message ?? string.Join("; ", written.Issues.Select(static issue => issue.ToString())));
        return (new SkillsUpdateResult { Ok = true, SkillKey = key, Config = Visible(entry!) }, null);
    }

    private static ConfigEdit Edit(ConfigSnapshot current, string key, SkillsUpdateParams change, out JsonObject entry)
    {
        entry = [];
        if (current is { Exists: true, Valid: false })
            return ConfigEdit.Refuse("the configuration is invalid; fix it before changing skills (openclaw config validate)");
        var target = (JsonObject)current.Parsed.DeepClone();
        if (Child(target, "skills") is not { } skills || Child(skills, "entries") is not { } entries || Child(entries, key) is not { } found)
            return ConfigEdit.Refuse($"skills.entries.{key} comes from elsewhere ($include or a variable) and is changed there");
        Apply(found, change);
        entry = found;
        return ConfigEdit.To(target);
    }

    private static void Apply(JsonObject entry, SkillsUpdateParams change)
    {
        if (change.Enabled is { } enabled)
            entry["enabled"] = enabled;
        Put(entry, "apiKey", change.ApiKey);
        if (change.Env is not { Count: > 0 } env)
            return;
        var map = entry["env"] as JsonObject ?? [];
        foreach (var (name, value) in env)
            Put(map, name.Trim(), value);
        if (map.Count == 0)
            entry.Remove("env");
        else if (map.Parent is null)
            entry["env"] = map;
    }

    private static void Put(JsonObject map, string name, string? value)
    {
        // The placeholder of a hidden value, sent back by a form, means: leave it.
        if (value is null || name.Length == 0 || value == SecretRedaction.Placeholder)
            return;
        if (value.Trim().Length == 0)
            map.Remove(name);
        else
            map[name] = value.Trim();
    }

    private static JsonObject? Child(JsonObject parent, string name)
    {
        if (parent[name] is null)
        {
            var made = new JsonObject();
            parent[name] = made;
            return made;
        }

        return parent[name] as JsonObject is { } child && !child.ContainsKey("$include") ? child : null;
    }

    /// <summary>Every value of a skill's environment may be a secret, whatever its name.</summary>
    private static SkillConfig Visible(JsonObject entry) => new()
    {
        Enabled = SkillValues.Flag(entry, "enabled"),
        ApiKey = entry["apiKey"] is null ? null : SecretRedaction.Placeholder,
        Env = (entry["env"] as JsonObject)?.ToDictionary(static pair => pair.Key, static _ => SecretRedaction.Placeholder, StringComparer.Ordinal),
    };
}
