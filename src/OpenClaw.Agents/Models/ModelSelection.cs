using System.Text.Json.Nodes;
using OpenClaw.Agents.Credentials;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Providers;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Models;

/// <summary>Which model a run uses (spec 08 §14): session override, then agent, then default.</summary>
public sealed class ModelSelection(AgentDirectory agents, ModelCatalog catalog, ApiKeys keys, OllamaDiscovery ollama)
{
    /// <summary>
    /// The default model of an agent. Nothing configured: one whose key is at hand, else the first configured model, else a local
    /// Ollama's as far as it is known, else the demonstration.
    /// </summary>
    public ModelRef Default(string agentId)
    {
        if (Named(Configured(agentId)) is { } named)
            return named;
        if (keys.Has(agentId, BuiltInModels.Anthropic))
            return ModelRef.Default;
        if (keys.Has(agentId, BuiltInModels.OpenAi))
            return new ModelRef(BuiltInModels.OpenAi, "gpt-5.2");
        if (catalog.Configured().FirstOrDefault() is { } configured)
            return configured.Ref;
        return ollama.Known is { Count: > 0 } local ? local[0].Ref : EchoProvider.Model.Ref;
    }

    /// <summary>As <see cref="Default"/>, after a look for a local Ollama when nothing else is configured.</summary>
    public async Task<ModelRef> DefaultAsync(string agentId, CancellationToken ct)
    {
        var known = Default(agentId);
        if (known != EchoProvider.Model.Ref && known.Provider != "ollama")
            return known;
        await ollama.FindAsync(ct).ConfigureAwait(false);
        return Default(agentId);
    }

    /// <summary>The model of a session's next run; null with the reason when it cannot be called.</summary>
    public async Task<(ModelInfo? Model, string? Problem)> ForRunAsync(string agentId, StoredSession? session, CancellationToken ct)
    {
        var wanted = await WantedAsync(agentId, session, ModelUse.Chat, ct).ConfigureAwait(false);
        return catalog.Resolve(wanted) is { } model
            ? (model, null)
            : (null, $"unknown model: {wanted} (agents.defaults.model.primary; its provider must be listed under models.providers)");
    }

    /// <summary>What a run is to use when nothing was said for it alone: the session's choice, that of its kind, the agent's, the default.</summary>
    public async Task<ModelRef> WantedAsync(string agentId, StoredSession? session, ModelUse use, CancellationToken ct)
    {
        if (session?.Text("modelOverride") is { } id)
            return new ModelRef(ModelRef.NormalizeProvider(session.Text("providerOverride") ?? ModelRef.Default.Provider), id);
        return Named(ForUse(agentId, use)) ?? await DefaultAsync(agentId, ct).ConfigureAwait(false);
    }

    /// <summary>What is tried when the wanted model fails: the agent's list if it has one, else the common one; only allowed ones.</summary>
    public IReadOnlyList<ModelRef> Fallbacks(string agentId)
    {
        var names = agents.Entry(agentId)?.Model.Fallbacks ?? agents.Config.Agents.Defaults.Model.Fallbacks ?? [];
        return [.. names.Select(Named).OfType<ModelRef>().Where(IsListed).Distinct()];
    }

    /// <summary>Models for pictures: the configured ones, else the agent's own if it sees, else a well-known one whose key is at hand.</summary>
    public IReadOnlyList<ModelRef> ImageModels(string agentId)
    {
        var choice = agents.Config.Agents.Defaults.ImageModel;
        if (Named(choice.Primary) is { } primary)
            return [primary, .. (choice.Fallbacks ?? []).Select(Named).OfType<ModelRef>()];
        var own = Default(agentId);
        return catalog.Resolve(own)?.TakesImages == true
            ? [own]
            : [.. catalog.All().Where(model => model.TakesImages && keys.Has(agentId, model.Ref.Provider)).Select(static model => model.Ref).Take(1)];
    }

    /// <summary>What a name means, whether it may be chosen or not; null when it means nothing.</summary>
    public ModelRef? Resolve(string text) => Named(text);

    /// <summary>Splits <c>model@profile</c>, as people write it to choose a credential too (spec 08 §15).</summary>
    public static (string Model, string? ProfileId) SplitProfile(string text)
    {
        var cut = text.LastIndexOf('@');
        return cut > text.LastIndexOf('/') && cut > 0 && cut < text.Length - 1 ? (text[..cut], text[(cut + 1)..]) : (text, null);
    }

    /// <summary>The model a session's row shows as its default.</summary>
    public ModelInfo? DefaultInfo(string agentId) => catalog.Resolve(Default(agentId));

    /// <summary>
    /// What a person wrote, as a model that may be chosen; or why not. Not chosen from a non-empty <c>agents.defaults.models</c>, or of a
    /// provider nobody knows: not allowed.
    /// </summary>
    public (ModelRef? Model, string? Problem) Choose(string agentId, string text)
    {
        var name = text.Trim();
        var wanted = Alias(name) ?? ModelRef.Parse(name) ?? (name.Contains('/') || name.Length == 0 ? null : new ModelRef(ModelRef.Default.Provider, name));
        if (wanted is not { } model)
            return (null, $"invalid model: {text}");
        var primary = Default(agentId);
        var allowed = agents.Config.Agents.Defaults.Models;
        var permitted = allowed.Count > 0
            ? model == primary || IsListed(model)
            : model == primary || catalog.Find(model) is not null || IsOpenProvider(model);
        return permitted ? (model, null) : (null, $"model not allowed: {model}");
    }

    /// <summary>Tokens a session may use: the model's window, capped by <c>agents.defaults.contextTokens</c>.</summary>
    public long ContextTokens(ModelInfo model) =>
        agents.Config.Agents.Defaults.ContextTokens is { } cap and > 0 ? Math.Min(cap, model.ContextWindow) : model.ContextWindow;

    /// <summary>Thinking level: the session's, else the configured default, else low for models that think.</summary>
    public string Thinking(StoredSession? session, ModelInfo? model) =>
        ThinkingLevels.Parse(session?.Text("thinkingLevel"))
        ?? ThinkingLevels.Parse(agents.Config.Agents.Defaults.ThinkingDefault)
        ?? (model?.Reasoning == true ? "low" : ThinkingLevels.Off);

    /// <summary>A provider whose own list of models is longer than ours: any id may be new.</summary>
    private bool IsOpenProvider(ModelRef model) =>
        agents.Config.Models.Mode != "replace"
        && !agents.Config.Models.Providers.Keys.Any(key => ModelRef.NormalizeProvider(key) == model.Provider)
        && (BuiltInModels.Unlisted(model) is not null || model.Provider == "ollama");

    private string? ForUse(string agentId, ModelUse use) => use switch
    {
        ModelUse.Heartbeat => agents.Entry(agentId)?.Heartbeat?.Model ?? agents.Config.Agents.Defaults.Heartbeat?.Model,
        ModelUse.Subagent => SubagentModel(agents.Entry(agentId)?.Raw) ?? SubagentModel(agents.Config.Agents.Defaults.Raw),
        _ => null,
    };

    private static string? SubagentModel(JsonObject? holder) =>
        holder?["subagents"] is JsonObject section && section["model"] is { } model
            ? TextOf(model) ?? TextOf((model as JsonObject)?["primary"])
            : null;

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>What a name in the configuration means; a name without provider is one of the default provider's.</summary>
    private ModelRef? Named(string? text) =>
        text?.Trim() is not { Length: > 0 } name ? null
        : Alias(name) ?? ModelRef.Parse(name) ?? (name.Contains('/') ? null : ModelRef.Default with { Id = name });

    private bool IsListed(ModelRef model)
    {
        var allowed = agents.Config.Agents.Defaults.Models;
        return allowed.Count == 0 || allowed.Keys.Any(key => ModelRef.Parse(key) == model);
    }

    private string? Configured(string agentId) =>
        agents.Entry(agentId)?.Model.Primary ?? agents.Config.Agents.Defaults.Model.Primary;

    private ModelRef? Alias(string name)
    {
        foreach (var (key, entry) in agents.Config.Agents.Defaults.Models)
        {
            if (entry.Alias is { } alias && alias.Equals(name, StringComparison.OrdinalIgnoreCase))
                return ModelRef.Parse(key);
        }

        // Known short names mean something only when their model is in the map and has no other one.
        return BuiltInModels.Aliases.TryGetValue(name.ToLowerInvariant(), out var known)
            && agents.Config.Agents.Defaults.Models.FirstOrDefault(pair => ModelRef.Parse(pair.Key) == known) is { Key: not null, Value.Alias: null }
                ? known
                : null;
    }
}
