using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Models;
using OpenClaw.Protocol.Models;

namespace OpenClaw.Gateway.ControlPlane.Methods;

/// <summary><c>models.list</c> (spec 02 §4).</summary>
internal sealed class ModelsMethodHandlers(ModelCatalog catalog, ModelSelection selection, AgentDirectory agents)
{
    public void Register(MethodTable table) => table.Add(ModelsMethods.List, ListAsync);

    private async ValueTask<Reply<ModelsListResult>> ListAsync(MethodContext context, Protocol.NoParams parameters, CancellationToken ct)
    {
        // Looks for a local Ollama when nothing else is configured.
        await selection.DefaultAsync(agents.DefaultId, ct).ConfigureAwait(false);
        return new ModelsListResult
        {
            Models = [.. catalog.All().Select(static model => new ModelRow
            {
                Id = model.Ref.Id,
                Name = model.Name,
                Provider = model.Ref.Provider,
                ContextWindow = model.ContextWindow,
                Reasoning = model.Reasoning,
                Input = model.Input,
            })],
        };
    }
}
