namespace OpenClaw.Configuration.Model;

/// <summary>A model and what to try when it fails. In the file an object, or for an agent also just the model's name.</summary>
/// <param name="Primary"><c>provider/model</c> or an alias; null: not chosen here.</param>
/// <param name="Fallbacks">In order; null: not chosen here, empty: none wanted.</param>
public sealed record ModelChoice(string? Primary = null, IReadOnlyList<string>? Fallbacks = null)
{
    internal static ModelChoice Read(ConfigNode parent, string key) =>
        parent.Text(key) is { } name
            ? new ModelChoice(name)
            : new ModelChoice(parent.Section(key).Text("primary"), parent.Section(key).Texts("fallbacks"));
}
