using OpenClaw.Agents.Credentials;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Models;
using OpenClaw.Cli.Invocation;

namespace OpenClaw.Cli.Commands.Models;

/// <summary>The parts of the agent side that these commands ask, on the configuration as it is now.</summary>
internal sealed class ModelTools : IDisposable
{
    private readonly HttpClient _http = new();

    public ModelTools(CliContext context)
    {
        Agents = context.Agents;
        Ollama = new OllamaDiscovery(_http, OllamaDiscovery.ServerOf(context.Config.Environment), context.Time);
        Catalog = new ModelCatalog(Agents, Ollama);
        Keys = new ApiKeys(Agents, context.Time);
        Selection = new ModelSelection(Agents, Catalog, Keys, Ollama);
    }

    public AgentDirectory Agents { get; }

    public OllamaDiscovery Ollama { get; }

    public ModelCatalog Catalog { get; }

    public ApiKeys Keys { get; }

    public ModelSelection Selection { get; }

    /// <summary>The agent a person named, or the default one; null with a message when there is no such agent.</summary>
    public static string? Agent(CliContext context, string? typed)
    {
        var agents = context.Agents;
        var id = typed is null ? agents.DefaultId : AgentIds.Normalize(typed);
        if (agents.IsKnown(id))
            return id;
        context.Fail($"unknown agent \"{typed}\"", $"See which there are: {context.Suggest("agents list")}");
        return null;
    }

    public void Dispose() => _http.Dispose();
}
