using System.Text.Json.Nodes;
using OpenClaw.Agents.Credentials;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Providers;

namespace OpenClaw.Agents.Models;

/// <summary>
/// Which model turns an agent's texts into vectors (spec 09 §11): what <c>memorySearch</c> names, else OpenAI or Google when a key for one
/// is at hand.
/// </summary>
public sealed class EmbeddingSelection(AgentDirectory agents, ApiKeys keys, ModelCatalog catalog)
{
    private const string Section = "agents.defaults.memorySearch";
    private const string Google = "google";

    private static readonly Dictionary<string, string> s_models = new(StringComparer.Ordinal)
    {
        [BuiltInModels.OpenAi] = "text-embedding-3-small",
        [Google] = "gemini-embedding-001",
    };

    /// <summary>The wire format and a request without texts; or why there is none.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="wanted">Another model for this call only.</param>
    public (string? Api, EmbeddingRequest? Request, string? Problem) For(string agentId, ModelRef? wanted = null)
    {
        var config = agents.Entry(agentId)?.Raw?["memorySearch"] as JsonObject ?? agents.Config.Agents.Defaults.Raw?["memorySearch"] as JsonObject;
        var named = Text(config, "provider") switch { "gemini" => Google, var name => name };
        if ((wanted?.Provider ?? named) == "local")
            return (null, null, $"{Section}.provider: \"local\" is not available; use openai or gemini, or an OpenAI-compatible server as {Section}.remote.baseUrl");
        var provider = wanted?.Provider ?? named ?? s_models.Keys.FirstOrDefault(candidate => keys.Has(agentId, candidate));
        if (provider is null)
            return (null, null, $"no embedding provider: set {Section}.provider, or a key for openai or google");
        var id = wanted?.Id ?? Text(config, "model") ?? s_models.GetValueOrDefault(provider);
        if (id is null || catalog.Resolve(new ModelRef(provider, id)) is not { } model)
            return (null, null, $"{Section}.model: unknown embedding model {provider}/{id}");
        var remote = wanted is null ? config?["remote"] as JsonObject : null;
        return (model.Api, new EmbeddingRequest
        {
            BaseUrl = Text(remote, "baseUrl") ?? model.BaseUrl,
            ApiKey = Text(remote, "apiKey") ?? keys.Find(agentId, provider)?.Value,
            Provider = provider,
            Model = id,
            Inputs = [],
            Headers = Headers(remote, model),
        }, null);
    }

    private static Dictionary<string, string> Headers(JsonObject? remote, ModelInfo model)
    {
        var headers = new Dictionary<string, string>(model.Headers, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in remote?["headers"] as JsonObject ?? [])
        {
            if (value is JsonValue text && text.TryGetValue<string>(out var header))
                headers[name] = header;
        }

        return headers;
    }

    private static string? Text(JsonObject? section, string name) =>
        section?[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
