using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Heartbeats;
using OpenClaw.Agents.Hooks;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Skills;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Prompts;

/// <summary>Gathers what the system prompt of a run is made of.</summary>
internal sealed class PromptBuilder(AgentDirectory agents, ModelSelection selection, TimeProvider time, TimedHooks? hooks = null)
{
    private static readonly string[] s_taggedProviders = ["ollama", "minimax", "minimax-portal"];

    private readonly WorkspaceSetup _setup = new(agents);
    private readonly BootstrapHook _hook = new(hooks);

    /// <summary>Prepares the workspace if this is its first run, and builds the prompt and the report of its sizes.</summary>
    public async Task<(SystemPrompt Prompt, JsonElement Report)> BuildAsync(
        RunRequest request, StoredSession session, string agentId, ModelInfo model, string thinking, IReadOnlyList<ToolDefinition> tools, CancellationToken ct)
    {
        var config = agents.Config;
        var defaults = config.Agents.Defaults;
        var workspace = agents.Workspace(agentId);
        await _setup.EnsureAsync(workspace, ct).ConfigureAwait(false);
        var files = await _hook.ReviseAsync(
            WorkspaceFiles.Load(workspace, defaults.BootstrapMaxChars, request.PromptMode),
            request.SessionKey, session.SessionId!, agentId, workspace, defaults.BootstrapMaxChars, ct).ConfigureAwait(false);
        var zone = Zone(defaults.UserTimezone);
        var skills = SkillSnapshot.Of(session)?.Prompt ?? string.Empty;
        var channel = request.Channel is { } name ? config.Channels?[name] as JsonObject : null;
        var input = new SystemPromptInput
        {
            Mode = request.PromptMode,
            AgentId = agentId,
            Workspace = workspace,
            Model = model.Ref.ToString(),
            DefaultModel = selection.Default(agentId).ToString(),
            Thinking = thinking,
            Reasoning = session.Text("reasoningLevel") ?? "off",
            Channel = request.Channel,
            ChannelCapabilities = Capabilities(channel),
            ReactionLevel = SkillValues.Text(channel, "reactionLevel"),
            TimeZone = zone.Id,
            Today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime),
            Tools = tools,
            Skills = skills,
            Aliases = [.. defaults.Models.Where(static entry => entry.Value.Alias is { Length: > 0 })
                .Select(static entry => (entry.Value.Alias!, entry.Key)).OrderBy(static pair => pair.Item1, StringComparer.Ordinal)],
            ReasoningTags = model.Reasoning && s_taggedProviders.Contains(model.Ref.Provider),
            Repository = defaults.RepoRoot,
            Extra = request.ExtraSystemPrompt,
            HeartbeatPrompt = HeartbeatPlan.Of(agents, agentId) is { Enabled: true } plan ? plan.Prompt : null,
            Files = files,
        };
        var prompt = SystemPrompt.Build(input);
        var report = PromptReport.Build(prompt, input, request, session.SessionId!, model.Ref, defaults.BootstrapMaxChars, time.GetUtcNow());
        return (prompt, report);
    }

    private TimeZoneInfo Zone(string? name) =>
        name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : time.LocalTimeZone;

    private static IReadOnlyList<string> Capabilities(JsonObject? channel) => SkillValues.Texts(channel, "capabilities");
}
