using Microsoft.Extensions.Logging;
using OpenClaw.Configuration;
using OpenClaw.Gateway.Conversations;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>Composes the model APIs, in the order in which a request is offered to them (spec 06 §1.1).</summary>
internal sealed class HttpApis
{
    public HttpApis(
        ConversationParts conversations, BearerAuth auth, JsonBody bodies, FetchUrl fetch, Func<ConfigSnapshot> config, TimeProvider time, ILogger logger)
    {
        var surface = new ApiSurface(auth, bodies);
        var runs = new ApiRuns(conversations.Runner, conversations.Listeners, new ClientCalls(), logger);
        ApiTargets Targets(string kind) => new(conversations.Access, conversations.Agents, conversations.Models, kind);
        Pages =
        [
            new ModelsList(surface, conversations.Agents, config).TryServeAsync,
            new Embeddings(surface, Targets("openai"), conversations.Embeddings, conversations.Providers, config).TryServeAsync,
            new Responses(surface, Targets("openresponses"), runs, fetch, config, time).TryServeAsync,
            new ChatCompletions(surface, Targets("openai"), runs, fetch, config, time).TryServeAsync,
        ];
    }

    /// <summary>The surfaces.</summary>
    public IReadOnlyList<HttpPage> Pages { get; }
}
