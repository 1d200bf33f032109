using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Commands.Options;

/// <summary><c>/usage</c>: the footer under replies, and what was spent.</summary>
public sealed class UsageCommand(SessionStore store, Func<CommandScene, CancellationToken, Task<string>> cost) : ICommand
{
    private static readonly string[] s_cycle = ["off", "tokens", "full"];

    /// <inheritdoc/>
    public CommandInfo Info { get; } = new("usage", "Tokens and cost under replies.", CommandGroup.Options) { Arguments = "off|tokens|full|cost" };

    /// <inheritdoc/>
    public async Task<CommandAnswer> RunAsync(CommandScene scene, string arguments, CancellationToken ct)
    {
        if (arguments.Equals("cost", StringComparison.OrdinalIgnoreCase))
            return CommandAnswer.Say(await cost(scene, ct).ConfigureAwait(false));
        var now = LevelWords.Usage(store.Find(scene.SessionKey)?.Text("responseUsage") ?? "off") ?? "off";
        var level = arguments.Length == 0 ? s_cycle[(Array.IndexOf(s_cycle, now) + 1) % s_cycle.Length] : LevelWords.Usage(arguments);
        if (level is null)
            return CommandAnswer.Say("Use /usage off, tokens, full or cost.");
        await store.UpdateAsync(
            scene.SessionKey,
            entry =>
            {
                if (level == "off")
                    entry.Remove("responseUsage");
                else
                    entry["responseUsage"] = level;
            },
            ct).ConfigureAwait(false);
        return CommandAnswer.Say($"Usage footer: {level}.");
    }
}
