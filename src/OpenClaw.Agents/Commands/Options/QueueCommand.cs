using System.Text.Json.Nodes;
using OpenClaw.Agents.Queues;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Commands.Options;

/// <summary><c>/queue</c>: what happens to messages while the session is busy.</summary>
public sealed class QueueCommand(SessionStore store) : IDirectiveCommand
{
    private static readonly string[] s_fields = ["queueMode", "queueDebounceMs", "queueCap", "queueDrop"];

    /// <inheritdoc/>
    public CommandInfo Info { get; } = new("queue", "What happens to messages while I am busy.", CommandGroup.Options)
    {
        Arguments = "<mode> [debounce:2s] [cap:5] [drop:old] | reset",
    };

    /// <inheritdoc/>
    public async Task<CommandAnswer> RunAsync(CommandScene scene, string arguments, CancellationToken ct)
    {
        if (arguments.Length == 0)
            return CommandAnswer.Say($"{Show(scene)}\nModes: {QueueWords.Modes}. Options: debounce:<time>, cap:<number>, drop:{QueueWords.Drops.Replace(", ", "|", StringComparison.Ordinal)}.");
        var (choice, problem) = QueueChoice.Parse(arguments);
        if (choice is null)
            return CommandAnswer.Say($"{problem}.");
        await store.UpdateAsync(scene.SessionKey, entry => Set(entry, choice), ct).ConfigureAwait(false);
        return CommandAnswer.Say(choice.Reset ? $"Queue back to the configuration.\n{Show(scene)}" : Show(scene));
    }

    private string Show(CommandScene scene)
    {
        var settings = QueueSettings.For(store.Agents.Config.Messages.Queue, scene.Channel, store.Find(scene.SessionKey));
        return $"Queue mode: {QueueWords.Of(settings.Mode)}.\nDebounce: {settings.Debounce.TotalMilliseconds:0} ms.\nCap: {settings.Cap}.\nDrop: {QueueWords.Of(settings.Drop)}.";
    }

    private static void Set(JsonObject entry, QueueChoice choice)
    {
        if (choice.Reset)
        {
            foreach (var field in s_fields)
                entry.Remove(field);
        }

        if (choice.Mode is { } mode)
            entry["queueMode"] = QueueWords.Of(mode);
        if (choice.Debounce is { } debounce)
            entry["queueDebounceMs"] = (long)debounce.TotalMilliseconds;
        if (choice.Cap is { } cap)
            entry["queueCap"] = cap;
        if (choice.Drop is { } drop)
            entry["queueDrop"] = QueueWords.Of(drop);
    }
}
