namespace OpenClaw.Agents.Hooks;

/// <summary>Tells the hooks of the gateway's owner what happens.</summary>
public interface IInternalHooks
{
    /// <summary>Runs the hooks of an event one after another, each within a deadline, and never throws for what they do.</summary>
    /// <returns>Texts for the person who caused it; usually none.</returns>
    Task<IReadOnlyList<string>> EmitAsync(HookEvent happened, CancellationToken ct);
}
