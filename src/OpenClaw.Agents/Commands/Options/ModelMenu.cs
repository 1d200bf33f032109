using System.Globalization;
using System.Text;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Models;

namespace OpenClaw.Agents.Commands.Options;

/// <summary>The models a person may choose, in the order in which they are numbered.</summary>
public sealed class ModelMenu(AgentDirectory agents, ModelCatalog catalog, ModelSelection selection)
{
    private const int MaxNumbered = 50;

    /// <summary>All that may be chosen.</summary>
    public IReadOnlyList<ModelInfo> Choices(string agentId)
    {
        var allowed = agents.Config.Agents.Defaults.Models;
        return allowed.Count == 0
            ? catalog.All()
            : [.. allowed.Keys.Select(ModelRef.Parse).OfType<ModelRef>().Prepend(selection.Default(agentId)).Distinct().Select(catalog.Resolve).OfType<ModelInfo>()];
    }

    /// <summary>The model of this number, counted from 1.</summary>
    public ModelRef? At(string agentId, int number)
    {
        var all = Choices(agentId);
        return number >= 1 && number <= Math.Min(all.Count, MaxNumbered) ? all[number - 1].Ref : null;
    }

    /// <summary>The list for <c>/model list</c>.</summary>
    public string Numbered(string agentId)
    {
        var all = Choices(agentId);
        var text = new StringBuilder("Choose with /model <number>:");
        for (var i = 0; i < Math.Min(all.Count, MaxNumbered); i++)
            text.Append(CultureInfo.InvariantCulture, $"\n{i + 1}. {all[i].Ref}");
        if (all.Count > MaxNumbered)
            text.Append(CultureInfo.InvariantCulture, $"\n… and {all.Count - MaxNumbered} more: /models");
        return text.ToString();
    }
}
