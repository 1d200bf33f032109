using OpenClaw.Agents.Lanes;

namespace OpenClaw.Agents.Runs;

/// <summary>A place in a session's lane and in a shared one; disposing it lets the next ones in.</summary>
internal sealed class RunPlace(LaneLease session, LaneLease shared) : IDisposable
{
    public void Dispose()
    {
        shared.Dispose();
        session.Dispose();
    }
}
