using System.Text.Json.Nodes;
using OpenClaw.Agents.Credentials;
using OpenClaw.Agents.Providers;

namespace OpenClaw.Agents.Models;

/// <summary>
/// The models and credentials of one run, in the order in which they are tried (spec 08 §14): the next credential of the same provider,
/// then the next model. Used by one run at a time.
/// </summary>
public sealed class ModelRoute
{
    private readonly List<(ModelCandidate Candidate, ModelError Error)> _failures = [];
    private readonly List<ModelCandidate> _next;
    private readonly CredentialLog? _log;
    private readonly SessionPin? _pin;
    private ApiKey? _credited;

    internal ModelRoute(IReadOnlyList<ModelCandidate> candidates, CredentialLog? log = null, SessionPin? pin = null)
    {
        Current = candidates[0];
        _next = [.. candidates.Skip(1)];
        _log = log;
        _pin = pin;
    }

    /// <summary>What to call now.</summary>
    public ModelCandidate Current { get; private set; }

    /// <summary>The thinking level that was asked for; told by the run, so that a refused one can be replaced by its nearest.</summary>
    public string Thinking { get; set; } = ThinkingLevels.Off;

    /// <summary>What was tried in vain since the last answer.</summary>
    public IReadOnlyList<(ModelCandidate Candidate, ModelError Error)> Failures => _failures;

    /// <summary>
    /// Tells that calling <see cref="Current"/> failed for good (its in-run retries included), and writes that down for its credential.
    /// True: <see cref="Current"/> is now another candidate; false: there is none, or the error would be the same everywhere.
    /// </summary>
    public async Task<bool> NextAsync(ModelError error, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(error);
        var failed = Current;
        _failures.Add((failed, error));
        if (failed.Thinking is null && ThinkingLevels.Offered(error.Message, Thinking) is { } level && level != Thinking)
        {
            Current = failed with { Thinking = level };
            return true;
        }

        if (!error.FailsOver)
            return false;
        if (_log is not null && failed.Key is { } key && error.Kind != ModelErrorKind.Format)
            await _log.FailedAsync(key, failed.Model.Ref.Provider, error.Reason, ct).ConfigureAwait(false);

        // A refused key is refused for every model; a busy one may be busy for this model only.
        if (error.Kind is ModelErrorKind.Auth or ModelErrorKind.Billing)
            _next.RemoveAll(candidate => candidate.Key is not null && candidate.Key.Value == failed.Key?.Value && candidate.Model.Ref.Provider == failed.Model.Ref.Provider);

        // What no credential can change goes straight to the next model.
        if (error.Kind is ModelErrorKind.Format or ModelErrorKind.Malformed)
            _next.RemoveAll(candidate => candidate.Model.Ref == failed.Model.Ref);
        if (_next.Count == 0)
            return false;
        Current = _next[0];
        _next.RemoveAt(0);
        return true;
    }

    /// <summary>Tells that <see cref="Current"/> answered. Its credential is written down as good, once for each run.</summary>
    public async Task SucceededAsync(CancellationToken ct)
    {
        _failures.Clear();
        if (_log is null || Current.Key is not { } key || _credited == key)
            return;
        _credited = key;
        await _log.SucceededAsync(key, Current.Model.Ref.Provider, ct).ConfigureAwait(false);
    }

    /// <summary>Keeps the session with the credential that answered, so that what the provider cached for it is found again (spec 08 §15).</summary>
    public void Pin(JsonObject session)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (_credited?.ProfileId is { } profile && _pin?.IsOfUser != true)
            SessionPin.Write(session, profile);
    }
}
