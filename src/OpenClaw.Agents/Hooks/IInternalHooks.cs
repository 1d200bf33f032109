namespace OpenClaw.Agents.Hooks;

/// <summary>Tells the hooks of the gateway's owner what happens.</summary>
public interface IInternalHooks
{
    /// <summary>True when a hook that is switched on wants such events.</summary>
    bool Listens(string type, string action);

    /// <summary>
    /// Runs the hooks of an event one after another, each within a deadline, and never throws for what they do. Cancelling stops the one that
    /// is running and leaves out the others. For <c>agent:bootstrap</c> the context's <c>bootstrapFiles</c> are replaced by what the hooks
    /// leave there.
    /// </summary>
    /// <returns>Texts for the person who caused it; usually none.</returns>
    Task<IReadOnlyList<string>> EmitAsync(HookEvent happened, CancellationToken ct);
}
