using OpenClaw.Agents.Providers;

namespace OpenClaw.Agents.Models;

/// <summary>
/// The models and credentials of one run, in the order in which they are tried (spec 08 §14): the next credential of the same provider,
/// then the next model. Used by one run at a time.
/// </summary>
public sealed class ModelRoute
{
    private readonly List<(ModelCandidate Candidate, ModelError Error)> _failures = [];

    internal ModelRoute(ModelCandidate first) => Current = first;

    /// <summary>What to call now.</summary>
    public ModelCandidate Current { get; }

    /// <summary>What was tried in vain since the last answer.</summary>
    public IReadOnlyList<(ModelCandidate Candidate, ModelError Error)> Failures => _failures;

    /// <summary>
    /// Tells that calling <see cref="Current"/> failed for good (its in-run retries included). True: <see cref="Current"/> is now another
    /// candidate; false: there is none, or the error would be the same everywhere.
    /// </summary>
    public bool Next(ModelError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        _failures.Add((Current, error));
        return false;
    }

    /// <summary>Tells that <see cref="Current"/> answered.</summary>
    public void Succeeded() => _failures.Clear();
}
