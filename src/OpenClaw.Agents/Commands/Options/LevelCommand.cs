using System.Text.Json.Nodes;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Commands.Options;

/// <summary>A command that shows or sets one level of the session (spec 08 §18).</summary>
/// <param name="store">Sessions.</param>
/// <param name="field">Member of the session's entry.</param>
/// <param name="title">What the level is called in answers.</param>
/// <param name="choices">The words to name.</param>
public abstract class LevelCommand(SessionStore store, string field, string title, string choices) : ICommand
{
    /// <inheritdoc/>
    public abstract CommandInfo Info { get; }

    /// <summary>Sessions.</summary>
    protected SessionStore Store => store;

    /// <inheritdoc/>
    public async Task<CommandAnswer> RunAsync(CommandScene scene, string arguments, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var session = store.Find(scene.SessionKey);
        if (arguments.Length == 0)
            return CommandAnswer.Say($"{title}: {Current(scene, session)}.\nOptions: {choices}.");
        if (Parse(arguments) is not { } level)
            return CommandAnswer.Say($"\"{Shown(arguments)}\" is no {title.ToLowerInvariant()}. Use one of: {choices}.");
        if (Refuses(scene, level) is { } why)
            return CommandAnswer.Say(why);
        await store.UpdateAsync(scene.SessionKey, entry => Set(entry, level), ct).ConfigureAwait(false);
        return CommandAnswer.Say(Confirm(level));
    }

    /// <summary>The level a word means; null when it means none.</summary>
    protected abstract string? Parse(string word);

    /// <summary>The level in effect.</summary>
    protected abstract string Current(CommandScene scene, StoredSession? session);

    /// <summary>Why this level cannot be had here; null: it can.</summary>
    protected virtual string? Refuses(CommandScene scene, string level) => null;

    /// <summary>What is said when it is set.</summary>
    protected virtual string Confirm(string level) => $"{title} set to {level}.";

    /// <summary>True when <c>off</c> is what the field's absence means.</summary>
    protected virtual bool OffIsAbsence => false;

    private void Set(JsonObject entry, string level)
    {
        if (level == "off" && OffIsAbsence)
            entry.Remove(field);
        else
            entry[field] = level;
    }

    private static string Shown(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
