using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Tools.Web.Search;

/// <summary>Perplexity, directly or through OpenRouter: an answer with sources, over the chat-completions format (spec 09 §4).</summary>
internal sealed class PerplexitySearch(HttpClient http, string baseUrl, string model, string key) : ISearchProvider
{
    /// <summary>Used when none is configured.</summary>
    public const string DefaultModel = "perplexity/sonar-pro";

    private const string Direct = "https://api.perplexity.ai";
    private const string OpenRouter = "https://openrouter.ai/api/v1";

    /// <inheritdoc/>
    public string Name => "perplexity";

    /// <summary>Where a key belongs: Perplexity's own begin with <c>pplx-</c>.</summary>
    public static string BaseUrlFor(string key) => key.StartsWith("pplx-", StringComparison.Ordinal) ? Direct : OpenRouter;

    /// <inheritdoc/>
    public async Task<SearchAnswer> SearchAsync(SearchQuery query, CancellationToken ct)
    {
        // Perplexity itself knows its models without the name of the provider.
        var name = baseUrl.Contains("api.perplexity.ai", StringComparison.OrdinalIgnoreCase) && model.StartsWith("perplexity/", StringComparison.Ordinal) ? model[11..] : model;
        var body = new JsonObject
        {
            ["model"] = name,
            ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = query.Text }),
        };
        if (Recency(query.Freshness) is { } recency)
            body["search_recency_filter"] = recency;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{baseUrl.TrimEnd('/')}/chat/completions")
        {
            Content = new ByteArrayContent(StoreJson.Write(body, indented: false)) { Headers = { { "Content-Type", "application/json" } } },
        };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        var (answer, problem) = await SearchHttp.SendAsync(http, request, "Perplexity", ct).ConfigureAwait(false);
        return answer is null ? new SearchAnswer { Problem = problem } : Read(answer, name);
    }

    private static SearchAnswer Read(byte[] body, string model)
    {
        try
        {
            var root = JsonNode.Parse(Encoding.UTF8.GetString(body));
            return (string?)root?["choices"]?[0]?["message"]?["content"] is { Length: > 0 } content
                ? new SearchAnswer { Content = content, Model = model, Citations = [.. (root["citations"] as JsonArray ?? []).Select(static item => item?.ToString()).OfType<string>()] }
                : new SearchAnswer { Problem = "Perplexity gave no answer" };
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            return new SearchAnswer { Problem = "Perplexity answered with something that is not a chat completion" };
        }
    }

    private static string? Recency(string? freshness) => freshness switch { "pd" => "day", "pw" => "week", "pm" => "month", "py" => "year", _ => null };
}
