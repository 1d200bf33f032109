using OpenClaw.Agents.Credentials;
using OpenClaw.Agents.Memory;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Providers;
using OpenClaw.Cli.Invocation;

namespace OpenClaw.Cli.Commands.Memory;

/// <summary>Memory as the gateway uses it, so that both keep one index.</summary>
internal sealed class MemoryParts : IDisposable
{
    private readonly ModelProviders _providers;

    public MemoryParts(CliContext context)
    {
        _providers = new ModelProviders(context.Time);
        var agents = context.Agents;
        var catalog = new ModelCatalog(agents, new OllamaDiscovery(_providers.Http, OllamaDiscovery.ServerOf(context.Config.Environment), context.Time));
        Search = new MemorySearch(
            agents, context.Time, new MemoryVectors(new EmbeddingSelection(agents, new ApiKeys(agents, context.Time), catalog), _providers, context.Time));
    }

    public MemorySearch Search { get; }

    public void Dispose()
    {
        Search.Dispose();
        _providers.Dispose();
    }
}
