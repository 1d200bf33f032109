using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Sessions;
using OpenClaw.Channels.Catalog;
using OpenClaw.Gateway.Conversations;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>Chooses the agent, the session and the model of a call (spec 06 §2.2).</summary>
/// <param name="access">Checks session keys.</param>
/// <param name="agents">The agents there are.</param>
/// <param name="models">What models may be chosen.</param>
/// <param name="kind"><c>openai</c> or <c>openresponses</c>: sessions of different APIs are apart.</param>
internal sealed partial class ApiTargets(SessionAccess access, AgentDirectory agents, ModelSelection models, string kind)
{
    /// <summary>The name that stands for the default agent.</summary>
    public const string DefaultModel = "openclaw";

    private const int MaxUserLength = 256;
    private const string Unknown = "Invalid `model`. Use `openclaw` or `openclaw/<agentId>`.";
    private static readonly string[] s_reserved = ["subagent:", "cron:", "acp:"];

    /// <summary>The target, or why there is none.</summary>
    /// <param name="request">Its headers may name agent, session, model and channel.</param>
    /// <param name="model">The body's <c>model</c>.</param>
    /// <param name="user">The body's <c>user</c>.</param>
    public (ApiTarget? Target, ApiFault? Fault) Choose(HttpRequest request, string? model, string? user)
    {
        var (agentId, unknown) = Agent(request, model);
        if (unknown is not null)
            return (null, unknown);
        ModelRef? wanted = null;
        if (Header(request, "x-openclaw-model") is { } named)
        {
            (wanted, var problem) = models.Choose(agentId, named);
            if (problem is not null)
                return (null, new ApiFault($"x-openclaw-model: {problem}"));
        }

        var channel = Header(request, "x-openclaw-message-channel") ?? ChannelCatalog.WebChat;
        if (Header(request, "x-openclaw-session-key") is { } key)
            return Named(key, wanted, channel);
        if (user?.Trim() is not { Length: > 0 } who)
        {
            var fresh = $"agent:{agentId}:{kind}:{Guid.NewGuid()}";
            return (new ApiTarget(agentId, fresh, fresh, wanted, channel, IsFresh: true), null);
        }

        if (who.Length > MaxUserLength)
            return (null, new ApiFault($"user: at most {MaxUserLength} characters"));
        var stable = $"agent:{agentId}:{kind}-user:{who.ToLowerInvariant()}";
        return (new ApiTarget(agentId, stable, stable, wanted, channel, IsFresh: false), null);
    }

    /// <summary>The agent a model name means: null for names of other systems' models, which stand for the default agent.</summary>
    public static string? AgentOf(string? model) =>
        AgentName().Match(model?.Trim() ?? string.Empty) is { Success: true } match ? match.Groups[1].Value.ToLowerInvariant() : null;

    private (ApiTarget? Target, ApiFault? Fault) Named(string key, ModelRef? model, string channel)
    {
        var (canonical, unknown) = access.Resolve("sessionKey", key);
        if (unknown is not null)
            return (null, new ApiFault($"x-openclaw-session-key: {unknown.Message}"));
        var rest = SessionKeys.Parse(canonical)?.Rest ?? canonical;
        return s_reserved.FirstOrDefault(name => rest.StartsWith(name, StringComparison.Ordinal)) is { } taken
            ? (null, new ApiFault($"x-openclaw-session-key: keys beginning with \"{taken}\" are reserved"))
            : (new ApiTarget(SessionKeys.Parse(canonical)?.AgentId ?? agents.DefaultId, canonical, key, model, channel, IsFresh: false), null);
    }

    /// <summary>The agent a request means.</summary>
    public (string Id, ApiFault? Fault) Agent(HttpRequest request, string? model)
    {
        foreach (var header in (ReadOnlySpan<string>)["x-openclaw-agent-id", "x-openclaw-agent"])
        {
            if (Header(request, header) is not { } named)
                continue;
            var id = AgentIds.Normalize(named);
            return Exists(id) ? (id, null) : (id, new ApiFault($"{header}: unknown agent id \"{id}\""));
        }

        var asked = AgentOf(model);
        if (asked is null or "default")
            return (agents.DefaultId, null);
        return Exists(asked) ? (asked, null) : (asked, new ApiFault(Unknown));
    }

    private bool Exists(string id) => agents.Ids().Contains(id, StringComparer.Ordinal);

    private static string? Header(HttpRequest request, string name) =>
        request.Headers.TryGetValue(name, out var values) && values.ToString().Trim() is { Length: > 0 } text ? text : null;

    [GeneratedRegex("^(?:openclaw[:/]|agent:)([a-z0-9][a-z0-9_-]{0,63})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AgentName();
}
