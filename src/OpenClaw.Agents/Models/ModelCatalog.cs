using System.Text.Json.Nodes;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Providers;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Models;

/// <summary>Every model the gateway can name: configured ones, the short built-in list, and what a local Ollama offers.</summary>
public sealed class ModelCatalog(AgentDirectory agents, OllamaDiscovery ollama)
{
    /// <summary>All models, by provider and then by name. With <c>models.mode = "replace"</c> only configured ones.</summary>
    public IReadOnlyList<ModelInfo> All()
    {
        var models = new Dictionary<ModelRef, ModelInfo>();
        if (agents.Config.Models.Mode != "replace")
        {
            foreach (var model in BuiltInModels.All.Concat(ollama.Known))
                models[model.Ref] = model;
        }

        foreach (var model in Configured())
            models[model.Ref] = model;
        if (models.Count == 0)
            models[EchoProvider.Model.Ref] = EchoProvider.Model;
        return [.. models.Values.OrderBy(static m => m.Ref.Provider, StringComparer.Ordinal).ThenBy(static m => m.Name, StringComparer.Ordinal)];
    }

    /// <summary>Configured models, in the order of the file.</summary>
    public IEnumerable<ModelInfo> Configured() =>
        agents.Config.Models.Providers.SelectMany(static pair => pair.Value.Models.Select(model => FromConfig(pair.Key, pair.Value, model)));

    /// <summary>A model that is listed somewhere.</summary>
    public ModelInfo? Find(ModelRef model) =>
        model == EchoProvider.Model.Ref ? EchoProvider.Model : All().FirstOrDefault(known => known.Ref == model);

    /// <summary>
    /// A model to call. An id that is not listed is taken at its word when its provider is known (spec 08 §16); null otherwise.
    /// </summary>
    public ModelInfo? Resolve(ModelRef model) => Known(model) is { } known ? known with { Params = ParamsOf(model) } : null;

    private ModelInfo? Known(ModelRef model)
    {
        if (Find(model) is { } known)
            return known;
        var provider = agents.Config.Models.Providers.FirstOrDefault(pair => ModelRef.NormalizeProvider(pair.Key) == model.Provider);
        if (provider.Value is not null)
            return FromConfig(provider.Key, provider.Value, new ProviderModelConfig { Id = model.Id });
        return model.Provider == "ollama" && agents.Config.Models.Mode != "replace" ? ollama.Model(model.Id) : BuiltInModels.Unlisted(model);
    }

    private ModelParams ParamsOf(ModelRef model) =>
        ModelParams.Read(agents.Config.Agents.Defaults.Models.FirstOrDefault(pair => ModelRef.Parse(pair.Key) == model).Value?.Params);

    /// <summary>
    /// The format of a configured model. Nothing said: that of the well-known provider at its own address; for an Ollama its own format,
    /// unless the address is that of its copy of OpenAI's; else the one that most servers speak.
    /// </summary>
    private static string ApiOf(ModelProviderConfig provider, ProviderModelConfig model, ModelRef reference, ModelInfo? builtIn)
    {
        if ((model.Api ?? provider.Api) is { } named)
            return named;
        if (reference.Provider == "ollama")
            return provider.BaseUrl.TrimEnd('/').EndsWith("/v1", StringComparison.Ordinal) ? ModelApis.OpenAiCompletions : ModelApis.Ollama;
        if (builtIn is null)
            return ModelApis.OpenAiCompletions;
        var elsewhere = provider.BaseUrl.Length > 0 && !SameHost(provider.BaseUrl, builtIn.BaseUrl);
        return elsewhere && builtIn.Api == ModelApis.OpenAiResponses ? ModelApis.OpenAiCompletions : builtIn.Api;
    }

    private static bool SameHost(string one, string other) =>
        Uri.TryCreate(one, UriKind.Absolute, out var a) && Uri.TryCreate(other, UriKind.Absolute, out var b) && a.Host == b.Host;

    private static ModelInfo FromConfig(string providerId, ModelProviderConfig provider, ProviderModelConfig model)
    {
        var reference = new ModelRef(ModelRef.NormalizeProvider(providerId), model.Id);
        var builtIn = BuiltInModels.All.FirstOrDefault(known => known.Ref == reference) ?? BuiltInModels.Unlisted(reference);
        return new ModelInfo
        {
            Ref = reference,
            Name = model.Name ?? model.Id,
            Api = ApiOf(provider, model, reference, builtIn),
            BaseUrl = provider.BaseUrl.Length > 0 ? provider.BaseUrl : builtIn?.BaseUrl ?? string.Empty,
            Reasoning = model.Reasoning,
            Input = model.Input,
            Price = new ModelCost(model.Cost.Input, model.Cost.Output, model.Cost.CacheRead, model.Cost.CacheWrite),
            ContextWindow = model.ContextWindow,
            MaxTokens = model.MaxTokens,
            Headers = Merge(provider.Headers, model.Headers),
            UsesAuthorization = provider.AuthHeader == true,
            Compat = Compat(model.Compat),
        };
    }

    private static Dictionary<string, string> Merge(IReadOnlyDictionary<string, string>? first, IReadOnlyDictionary<string, string>? second)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in (first ?? new Dictionary<string, string>()).Concat(second ?? new Dictionary<string, string>()))
            headers[name] = value;
        return headers;
    }

    private static ModelCompat Compat(JsonObject? compat)
    {
        return new ModelCompat
        {
            SupportsStore = Flag("supportsStore"),
            SupportsDeveloperRole = Flag("supportsDeveloperRole"),
            SupportsReasoningEffort = Flag("supportsReasoningEffort"),
            SupportsUsageInStreaming = Flag("supportsUsageInStreaming"),
            SupportsStrictMode = Flag("supportsStrictMode"),
            MaxTokensField = Text("maxTokensField"),
            RequiresToolResultName = Flag("requiresToolResultName"),
            RequiresAssistantAfterToolResult = Flag("requiresAssistantAfterToolResult"),
            RequiresThinkingAsText = Flag("requiresThinkingAsText"),
            RequiresMistralToolIds = Flag("requiresMistralToolIds"),
            ThinkingFormat = Text("thinkingFormat"),
        };

        string? Text(string name) => compat?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

        bool? Flag(string name) => compat?[name] is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : null;
    }
}
