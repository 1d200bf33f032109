using OpenClaw.Agents.Models;

namespace OpenClaw.Agents.Providers;

/// <summary>The wire formats this release speaks, over one shared connection pool.</summary>
public sealed class ModelProviders : IDisposable
{
    private static readonly TimeSpan s_connectTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_connectionLife = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, IModelProvider> _byApi;
    private readonly OpenAiEmbeddings _openAiEmbeddings;
    private readonly GoogleEmbeddings _googleEmbeddings;
    private readonly OllamaEmbeddings _ollamaEmbeddings;
    private readonly RawStreamLog? _raw;

    /// <summary>Creates the providers and their connection pool.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="limits">Bounds on answers.</param>
    /// <param name="raw">Where raw streams are written, if anywhere; closed with the providers.</param>
    public ModelProviders(TimeProvider time, ProviderLimits? limits = null, RawStreamLog? raw = null)
    {
        _raw = raw;
        var bounds = limits ?? new ProviderLimits();
        Http = CreateClient();
        _openAiEmbeddings = new OpenAiEmbeddings(Http, bounds, time);
        _googleEmbeddings = new GoogleEmbeddings(Http, bounds, time);
        _ollamaEmbeddings = new OllamaEmbeddings(Http, bounds, time);
        _byApi = new Dictionary<string, IModelProvider>(StringComparer.Ordinal)
        {
            [ModelApis.OpenAiCompletions] = new OpenAiCompletionsProvider(Http, bounds, raw),
            [ModelApis.AnthropicMessages] = new AnthropicMessagesProvider(Http, bounds, raw),
            [ModelApis.OpenAiResponses] = new OpenAiResponsesProvider(Http, bounds, raw),
            [ModelApis.GoogleGenerativeAi] = new GoogleProvider(Http, bounds, time, raw),
            [ModelApis.Ollama] = new OllamaProvider(Http, bounds, time, raw),
            [ModelApis.Demo] = new EchoProvider(time),
        };
    }

    /// <summary>
    /// Turns texts into vectors: the format that belongs to a value of <c>api</c>, which for most servers is OpenAI's; null for Anthropic,
    /// which has none.
    /// </summary>
    public IEmbeddingProvider? EmbeddingsFor(string api) => api switch
    {
        ModelApis.GoogleGenerativeAi => _googleEmbeddings,
        ModelApis.Ollama => _ollamaEmbeddings,
        ModelApis.OpenAiCompletions or ModelApis.OpenAiResponses => _openAiEmbeddings,
        _ => null,
    };

    /// <summary>The pool, for other requests to model servers. It follows no redirects: they would carry the key elsewhere.</summary>
    public HttpClient Http { get; }

    /// <summary>The provider for a value of <c>api</c>; null when it is not spoken.</summary>
    public IModelProvider? For(string api) => _byApi.GetValueOrDefault(api);

    /// <inheritdoc/>
    public void Dispose()
    {
        Http.Dispose();
        _raw?.Dispose();
    }

    private static HttpClient CreateClient()
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = s_connectTimeout,
            PooledConnectionLifetime = s_connectionLife,
            MaxResponseHeadersLength = 64,
        };

        // A streamed answer may take as long as its run may: the run's own deadline ends it.
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
