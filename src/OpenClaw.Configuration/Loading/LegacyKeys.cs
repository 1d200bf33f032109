using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Loading;

/// <summary>Finds keys of older releases (spec 03 §4). While there are any, nothing else is reported: they must be moved first.</summary>
internal static class LegacyKeys
{
    private static readonly (string Path, string Now)[] s_moved =
    [
        ("whatsapp", "channels.whatsapp"), ("telegram", "channels.telegram"), ("discord", "channels.discord"), ("slack", "channels.slack"),
        ("signal", "channels.signal"), ("imessage", "channels.imessage"), ("msteams", "channels.msteams"),
        ("routing.allowFrom", "channels.whatsapp.allowFrom"),
        ("routing.groupChat.requireMention", "channels.<id>.groups.\"*\".requireMention"),
        ("routing.groupChat.historyLimit", "messages.groupChat.historyLimit"),
        ("routing.groupChat.mentionPatterns", "messages.groupChat.mentionPatterns"),
        ("routing.agents", "agents.list"), ("routing.defaultAgentId", "agents.list[].default"), ("routing.bindings", "bindings"),
        ("routing.agentToAgent", "tools.agentToAgent"), ("routing.queue", "messages.queue"),
        ("routing.transcribeAudio", "tools.media.audio.models"), ("messages.queue.byProvider", "messages.queue.byChannel"),
        ("gateway.token", "gateway.auth.token"), ("agent", "agents.defaults"), ("identity", "agents.list[].identity"),
        ("tools.bash", "tools.exec"), ("messages.tts.enabled", "messages.tts.auto"),
    ];

    public static IEnumerable<(string[] Path, string Message)> Find(JsonObject config)
    {
        foreach (var (path, now) in s_moved)
        {
            var segments = path.Split('.');
            if (Exists(config, segments))
                yield return (segments, $"{path} was moved to {now}. Run \"openclaw doctor --fix\", or move it by hand.");
        }
        foreach (var (path, message) in MatchesByProvider(config["bindings"], ["bindings"]))
            yield return (path, message);
        var policy = (config["session"] as JsonObject)?["sendPolicy"] as JsonObject;
        foreach (var (path, message) in MatchesByProvider(policy?["rules"], ["session", "sendPolicy", "rules"]))
            yield return (path, message);
    }

    private static IEnumerable<(string[] Path, string Message)> MatchesByProvider(JsonNode? rules, string[] path)
    {
        if (rules is not JsonArray list)
            yield break;
        for (var i = 0; i < list.Count; i++)
        {
            if ((list[i] as JsonObject)?["match"] is not JsonObject match)
                continue;
            foreach (var (old, now) in new[] { ("provider", "channel"), ("accountID", "accountId") })
            {
                if (match.ContainsKey(old))
                    yield return ([.. path, $"{i}", "match", old], $"match.{old} is now match.{now}. Run \"openclaw doctor --fix\", or rename it by hand.");
            }
        }
    }

    private static bool Exists(JsonObject config, string[] path)
    {
        JsonNode? node = config;
        foreach (var segment in path)
        {
            if (node is not JsonObject map || !map.TryGetPropertyValue(segment, out node))
                return false;
        }
        return true;
    }
}
