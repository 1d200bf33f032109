using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Providers;
using OpenClaw.Agents.Tools.Web;

namespace OpenClaw.Agents.Tools.Images;

/// <summary>Offers <c>image</c> to agents for which a model that sees pictures can be called.</summary>
public sealed class ImageTools(AgentDirectory agents, ModelRouter router, ModelSelection selection, ModelProviders providers, GuardedHttp http, TimeProvider time) : IToolSource
{
    private readonly ImageTool _tool = new(agents, router, selection, providers, new ImageSources(agents, http), time);

    /// <inheritdoc/>
    public IEnumerable<ITool> Tools(ToolScene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        return router.ImageRoute(scene.AgentId).Route is null ? [] : [_tool];
    }
}
