using System.Text.Json.Nodes;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Runs;

/// <summary>
/// This release has no sandbox. A session for which the owner asked for one does not run at all, because running it on the host would be
/// the opposite of what was asked (spec 09 §0).
/// </summary>
public static class SandboxCheck
{
    /// <summary>Why a session must not run; null when no sandbox is asked for.</summary>
    public static string? Problem(AgentDirectory agents, string agentId, string sessionKey)
    {
        ArgumentNullException.ThrowIfNull(agents);
        var own = Mode(agents.Entry(agentId)?.Raw);
        var mode = own ?? Mode(agents.Config.Agents.Defaults.Raw);
        var key = own is null ? "agents.defaults.sandbox.mode" : $"agents.list[{agentId}].sandbox.mode";
        return mode switch
        {
            null or "off" => null,
            "non-main" when sessionKey == SessionKeys.ForMain(agentId, agents.KeyRules) => null,
            _ => $"{key} is \"{mode}\", but this release cannot sandbox and does not run such sessions on the host instead; set it to \"off\" to allow that",
        };
    }

    private static string? Mode(JsonObject? section) =>
        section?["sandbox"] is JsonObject sandbox && sandbox["mode"] is JsonValue value && value.TryGetValue<string>(out var mode) ? mode : null;
}
