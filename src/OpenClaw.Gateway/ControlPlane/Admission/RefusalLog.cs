using Microsoft.Extensions.Logging;

namespace OpenClaw.Gateway.ControlPlane.Admission;

/// <summary>
/// Says that clients are being refused without letting them write the log: the first few of a minute by name, the rest as one line
/// (spec 12). Lines never hold what a client presented.
/// </summary>
internal sealed class RefusalLog(ILogger logger, TimeProvider time)
{
    private const int NamedPerMinute = 3;
    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private DateTimeOffset _windowStart;
    private int _named;
    private long _unnamed;
    private string _lastAddress = "";
    private string _lastReason = "";

    /// <summary>Counts a refused client.</summary>
    /// <param name="address">Where from.</param>
    /// <param name="reason">Our own words, never the client's.</param>
    public void Add(string address, string reason)
    {
        lock (_gate)
        {
            RollLocked();
            if (_named < NamedPerMinute)
            {
                _named++;
                AdmissionLog.Refused(logger, address, reason);
                return;
            }
            _unnamed++;
            _lastAddress = address;
            _lastReason = reason;
        }
    }

    /// <summary>Writes the summary of a minute that is over. Called by the sweep.</summary>
    public void Roll()
    {
        lock (_gate)
            RollLocked();
    }

    private void RollLocked()
    {
        var now = time.GetUtcNow();
        if (now - _windowStart < s_window)
            return;
        if (_unnamed > 0)
            AdmissionLog.RefusedSummary(logger, _unnamed, _lastAddress, _lastReason);
        _windowStart = now;
        _named = 0;
        _unnamed = 0;
    }
}
