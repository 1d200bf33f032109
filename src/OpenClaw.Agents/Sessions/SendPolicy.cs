using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Sessions;

/// <summary>Whether a session may be written to (spec 08 §6).</summary>
public static class SendPolicy
{
    /// <summary>The session's own setting, else any matching deny, else a matching allow, else the default.</summary>
    public static bool Allows(SendPolicyConfig? policy, string canonicalKey, StoredSession? entry)
    {
        if (entry?.Text("sendPolicy") is { } own)
            return own != "deny";
        if (policy is null)
            return true;
        var matching = policy.Rules.Where(rule => Matches(rule.Match, canonicalKey, entry)).Select(static rule => rule.Action).ToList();
        return !matching.Contains("deny", StringComparer.Ordinal)
            && (matching.Contains("allow", StringComparer.Ordinal) || policy.Default != "deny");
    }

    private static bool Matches(SendPolicyMatch match, string key, StoredSession? entry)
    {
        var rest = SessionKeys.Parse(key)?.Rest ?? key;
        var channel = entry?.Text("channel") ?? entry?.Text("lastChannel") ?? rest.Split(':')[0];
        var type = entry?.Text("chatType") ?? (SessionKeys.LooksLikeGroup(key) ? "group" : "direct");
        return (match.Channel is not { } wantedChannel || wantedChannel.Equals(channel, StringComparison.OrdinalIgnoreCase))
            && (match.ChatType is not { } wantedType || wantedType == type)
            && (match.KeyPrefix is not { } prefix || key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
                || rest.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
    }
}
