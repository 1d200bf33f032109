using System.Text.Json.Nodes;
using OpenClaw.Configuration.Writing;

namespace OpenClaw.Configuration.Migration;

/// <summary>
/// Moves the keys of older releases to their new places (spec 03 §4). What is already in the new place wins over what comes from the
/// old one. Works on what the user wrote, so references and comments elsewhere stay.
/// </summary>
public static class LegacyMigration
{
    private static readonly string[] s_channels = ["whatsapp", "telegram", "discord", "slack", "signal", "imessage", "msteams"];

    /// <summary>A copy with every known old key moved, and a line for each thing done; no lines when there was nothing to do.</summary>
    public static (JsonObject Config, IReadOnlyList<string> Changes) Migrate(JsonObject config)
    {
        var result = (JsonObject)config.DeepClone();
        var changes = new List<string>();
        var mover = new KeyMover(result, changes);
        Channels(mover);
        Matches(result, mover);
        RoutingMigration.Apply(mover);
        Gateway(mover);
        AgentMigration.Apply(mover);
        mover.Move("tools.bash", "tools.exec");
        mover.Move("messages.queue.byProvider", "messages.queue.byChannel");
        Speech(mover);
        return (result, changes);
    }

    /// <summary>The migration as an edit for the writer. What was done is added to <paramref name="changes"/>.</summary>
    public static Func<ConfigSnapshot, ConfigEdit> Edit(ICollection<string> changes) => current =>
    {
        var (config, done) = Migrate(current.Parsed);
        foreach (var change in done)
            changes.Add(change);
        return ConfigEdit.To(config) with { Force = true };
    };

    private static void Channels(KeyMover mover)
    {
        if (mover.Take("telegram.requireMention") is { } mention)
        {
            mover.Give(["channels", "telegram", "groups", "*", "requireMention"], mention);
            mover.Note("Moved telegram.requireMention → channels.telegram.groups.\"*\".requireMention.");
        }
        foreach (var id in s_channels)
            mover.Move(id, $"channels.{id}");
    }

    private static void Matches(JsonObject config, KeyMover mover)
    {
        Rename(config["bindings"], "bindings[].match", mover);
        Rename(mover.Look("session.sendPolicy.rules"), "session.sendPolicy.rules[].match", mover);
    }

    private static void Rename(JsonNode? rules, string name, KeyMover mover)
    {
        foreach (var match in (rules as JsonArray ?? []).Select(r => (r as JsonObject)?["match"]).OfType<JsonObject>())
        {
            foreach (var (old, now) in new[] { ("provider", "channel"), ("accountID", "accountId") })
            {
                if (!match.Remove(old, out var value))
                    continue;
                if (!match.ContainsKey(now))
                    match[now] = value;
                mover.Note($"Moved {name}.{old} → {name}.{now}.");
            }
        }
    }

    private static void Gateway(KeyMover mover)
    {
        if (mover.Move("gateway.token", "gateway.auth.token"))
            mover.Give("gateway.auth.mode", "token");
    }

    private static void Speech(KeyMover mover)
    {
        if (mover.Take("messages.tts.enabled") is not JsonValue enabled)
            return;
        var auto = enabled.TryGetValue<bool>(out var on) && on ? "always" : "off";
        mover.Give("messages.tts.auto", auto);
        mover.Note($"Moved messages.tts.enabled → messages.tts.auto ({auto}).");
    }
}
