using System.Globalization;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Commands.Options;

/// <summary><c>/model</c>: which model answers in this session.</summary>
public sealed class ModelCommand(SessionStore store, ModelSelection selection, ModelCatalog catalog, ModelMenu menu) : IDirectiveCommand
{
    private static readonly string[] s_pins = ["authProfileOverride", "authProfileOverrideSource", "authProfileOverrideCompactionCount"];

    /// <inheritdoc/>
    public CommandInfo Info { get; } = new("model", "Which model answers.", CommandGroup.Options)
    {
        Arguments = "<provider/model|alias|number|list|default>",
    };

    /// <inheritdoc/>
    public async Task<CommandAnswer> RunAsync(CommandScene scene, string arguments, CancellationToken ct)
    {
        var word = arguments.Trim();
        if (word.Length == 0 || word.Equals("status", StringComparison.OrdinalIgnoreCase))
            return CommandAnswer.Say(Current(scene));
        if (word.Equals("list", StringComparison.OrdinalIgnoreCase))
            return CommandAnswer.Say(menu.Numbered(scene.AgentId));
        if (word.Equals("default", StringComparison.OrdinalIgnoreCase))
        {
            await SetAsync(scene, null, null, ct).ConfigureAwait(false);
            return CommandAnswer.Say($"Model back to the default ({selection.Default(scene.AgentId)}).");
        }

        var (name, profile) = ModelSelection.SplitProfile(word);
        if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            if (menu.At(scene.AgentId, number) is not { } listed)
                return CommandAnswer.Say($"There is no model number {number}; /model list shows them.");
            name = listed.ToString();
        }

        var (model, problem) = selection.Choose(scene.AgentId, name);
        if (problem is not null || model is not { } chosen)
            return CommandAnswer.Say($"{Sentence(problem ?? "invalid model")}. /models shows what there is.");
        await SetAsync(scene, chosen, profile, ct).ConfigureAwait(false);
        var with = profile is null ? string.Empty : $" with credential {profile}";
        return CommandAnswer.Say($"Model set to {chosen}{with}.");
    }

    private string Current(CommandScene scene)
    {
        var session = store.Find(scene.SessionKey);
        var standard = selection.Default(scene.AgentId);
        var now = session?.Text("modelOverride") is { } id ? new ModelRef(session.Text("providerOverride") ?? ModelRef.Default.Provider, id) : standard;
        var pin = session?.Text("authProfileOverride") is { } profile ? $"\nCredential: {profile}" : string.Empty;
        return $"Model: {now}{(now == standard ? " (default)" : $"\nDefault: {standard}")}{pin}\n\nSwitch: /model <provider/model>, /model list, /model default. What there is: /models";
    }

    private Task<StoredSession> SetAsync(CommandScene scene, ModelRef? model, string? profile, CancellationToken ct) => store.UpdateAsync(
        scene.SessionKey,
        entry =>
        {
            // A credential pinned for another model must not be used for this one.
            foreach (var pin in s_pins)
                entry.Remove(pin);
            Choose(entry, model == selection.Default(scene.AgentId) && profile is null ? null : model);
            if (model is not null && profile is not null)
            {
                entry["authProfileOverride"] = profile;
                entry["authProfileOverrideSource"] = "user";
            }
        },
        ct);

    private void Choose(JsonObject entry, ModelRef? model)
    {
        entry.Remove("providerOverride");
        entry.Remove("modelOverride");
        if (model is not { } chosen)
            return;
        entry["providerOverride"] = chosen.Provider;
        entry["modelOverride"] = catalog.Find(chosen)?.Ref.Id ?? chosen.Id;
    }

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
