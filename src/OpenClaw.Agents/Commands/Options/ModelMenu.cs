using System.Globalization;
using System.Text;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Models;

namespace OpenClaw.Agents.Commands.Options;

/// <summary>The models a person may choose, in the order in which they are numbered.</summary>
public sealed class ModelMenu(AgentDirectory agents, ModelCatalog catalog, ModelSelection selection)
{
    private const int MaxNumbered = 50;

    // A shorter word is too likely to be the beginning of a sentence.
    private const int MinLike = 6;

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

    /// <summary>
    /// The model a word in running text means: an alias, <c>provider/model</c>, or the id of a model that is listed. Unlike after
    /// <c>/model</c>, a word nobody has listed is just a word.
    /// </summary>
    public ModelRef? Exact(string agentId, string word)
    {
        var (name, _) = ModelSelection.SplitProfile(word);
        if (selection.Choose(agentId, name) is not { Problem: null, Model: { } model })
            return null;
        return name.Contains('/') || !model.Id.Equals(name, StringComparison.OrdinalIgnoreCase) || Choices(agentId).Any(known => known.Ref == model) ? model : null;
    }

    /// <summary>The model that a text begins with, written as one or two words, and the rest of the text.</summary>
    public (ModelRef? Model, string Text) Leading(string agentId, string text)
    {
        var words = text.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1 && Exact(agentId, $"{words[0]}/{words[1]}") is { } two)
            return (two, words.Length > 2 ? words[2] : string.Empty);
        if (words.Length > 0 && (Exact(agentId, words[0]) ?? Like(agentId, words[0])) is { } one)
            return (one, text[(text.IndexOf(words[0], StringComparison.Ordinal) + words[0].Length)..].Trim());
        return (null, text);
    }

    /// <summary>The only listed model whose name contains the word.</summary>
    private ModelRef? Like(string agentId, string word)
    {
        if (word.Length < MinLike)
            return null;
        var hits = Choices(agentId).Where(model => model.Ref.Id.Contains(word, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return hits.Count == 1 ? hits[0].Ref : null;
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
