using OpenClaw.Gateway.ControlPlane;

namespace OpenClaw.Gateway.Lifecycle;

/// <summary>
/// Gives memory back: what only the start needed, soon after it; and after a busy time, when a minute has passed without a request and the
/// process is large, one thorough collection. Otherwise what a burst of connections used stays with the process until something forces a
/// collection. Never under load.
/// </summary>
/// <param name="hub">Knows when something was last asked.</param>
/// <param name="workingSet">Resident bytes now.</param>
/// <param name="giveBack">Collects, and lets go of program pages.</param>
internal sealed class IdleTrim(ConnectionHub hub, Func<long> workingSet, Action giveBack)
{
    private const long LargeFrom = 64L * 1024 * 1024;

    private long _seen = -1;
    private bool _trimmed;

    /// <summary>Called once, when the start is over. A gateway that is busy at once waits for its first quiet minute.</summary>
    public void Settled()
    {
        if (hub.Requests.Count == 0)
            giveBack();
    }

    /// <summary>Called once a minute.</summary>
    public void Run()
    {
        var asked = hub.Requests.Total + hub.Opened;
        var quiet = asked == _seen;
        _seen = asked;
        if (!quiet)
        {
            _trimmed = false;
            return;
        }
        if (_trimmed || hub.Requests.Count > 0 || workingSet() < LargeFrom)
            return;
        _trimmed = true;
        giveBack();
    }
}
