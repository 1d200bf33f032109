namespace OpenClaw.Operations.Locks;

/// <summary>The gateway that already runs on this state directory or config file.</summary>
/// <param name="Pid">Its process; null when the lock does not say.</param>
/// <param name="Port">Where it listens; null when unknown.</param>
/// <param name="Path">The lock that is held.</param>
public sealed record LockHolder(int? Pid, int? Port, string Path)
{
    /// <summary><c>gateway already running (pid 12, port 18789)</c>; scripts look for the first words.</summary>
    public string Describe()
    {
        var pid = Pid is { } p ? $"pid {p}" : "pid unknown";
        return Port is { } port ? $"gateway already running ({pid}, port {port})" : $"gateway already running ({pid})";
    }
}
