using OpenClaw.Agents.Runs;
using OpenClaw.Gateway.ControlPlane;

namespace OpenClaw.Gateway.Lifecycle;

/// <summary>
/// Gives memory back: what only the start needed, soon after it; and after a busy time, when a minute has passed without a request or a run
/// and the process is large, one thorough collection. Otherwise what a burst of connections used stays with the process until something forces a
/// collection. Never under load.
/// </summary>
/// <param name="hub">Knows when something was last asked.</param>
/// <param name="runner">Knows what is being answered, whoever asked: a channel or a timer asks no question here.</param>
/// <param name="workingSet">Resident bytes now.</param>
/// <param name="giveBack">Collects, and lets go of program pages.</param>
internal sealed class IdleTrim(ConnectionHub hub, AgentRunner runner, Func<long> workingSet, Action giveBack)
{
    // What an idle gateway is to stay below.
    private const long LargeFrom = 40L * 1024 * 1024;

    private long _seen = -1;
    private bool _trimmed;

    private bool Busy => hub.Requests.Count > 0 || runner.Active > 0;

    /// <summary>Called once, when the start is over. A gateway that is busy at once waits for its first quiet minute.</summary>
    public void Settled()
    {
        if (!Busy)
            giveBack();
    }

    /// <summary>Called once a minute.</summary>
    public void Run()
    {
        var asked = hub.Requests.Total + hub.Opened + runner.Total;
        var quiet = asked == _seen;
        _seen = asked;
        if (!quiet)
        {
            _trimmed = false;
            return;
        }
        if (_trimmed || Busy || workingSet() < LargeFrom)
            return;
        _trimmed = true;
        giveBack();
    }
}
