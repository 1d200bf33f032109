namespace OpenClaw.Agents.Hooks;

/// <summary>
/// The way from messages and runs to the owner's hooks: none of them is held longer than a deadline, whatever hooks do. Hooks are known
/// later than those who tell them, so they are set while the gateway is composed.
/// </summary>
public sealed class TimedHooks(TimeProvider time)
{
    // The first word of a run waits for its workspace files; a command may take a moment longer.
    private static readonly TimeSpan s_runLimit = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    /// <summary>The hooks; null: nobody is told.</summary>
    public IInternalHooks? Target { get; set; }

    /// <summary>True when a hook that is switched on wants such events.</summary>
    public bool Listens(string type, string action) => Target?.Listens(type, action) == true;

    /// <summary>Runs the hooks of an event; those that are not done at the deadline are stopped and what follows them is left out.</summary>
    /// <returns>Texts for the person who caused it; usually none.</returns>
    public async Task<IReadOnlyList<string>> EmitAsync(HookEvent happened, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (Target is not { } hooks || !hooks.Listens(happened.Type, happened.Action))
            return [];
        using var limit = new CancellationTokenSource(happened.Type == "agent" ? s_runLimit : s_limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        var said = await hooks.EmitAsync(happened, either.Token).ConfigureAwait(false);
        ct.ThrowIfCancellationRequested();
        return said;
    }
}
