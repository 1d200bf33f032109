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
        if (Configured(agentId) is { } text)
            return Alias(text) ?? ModelRef.Parse(text) ?? ModelRef.Default with { Id = text.Trim() };
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
        var wanted = session?.Text("modelOverride") is { } id
            ? new ModelRef(ModelRef.NormalizeProvider(session.Text("providerOverride") ?? ModelRef.Default.Provider), id)
            : await DefaultAsync(agentId, ct).ConfigureAwait(false);
        return catalog.Resolve(wanted) is { } model
            ? (model, null)
            : (null, $"unknown model: {wanted} (agents.defaults.model.primary; its provider must be listed under models.providers)");
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
            ? model == primary || allowed.Keys.Any(key => ModelRef.Parse(key) == model)
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

    private string? Configured(string agentId) =>
        agents.Entry(agentId)?.Model.Primary ?? agents.Config.Agents.Defaults.Model.Primary;

    private ModelRef? Alias(string name)
    {
        foreach (var (key, entry) in agents.Config.Agents.Defaults.Models)
        {
            if (entry.Alias is { } alias && alias.Equals(name, StringComparison.OrdinalIgnoreCase))
                return ModelRef.Parse(key);
        }

        return null;
    }
}
