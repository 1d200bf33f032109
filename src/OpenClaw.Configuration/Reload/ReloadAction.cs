namespace OpenClaw.Configuration.Reload;

/// <summary>What is done to a running gateway for a change that needs no restart (spec 03 §7).</summary>
public enum ReloadAction
{
    /// <summary>Web hooks are read anew.</summary>
    ReloadHooks,

    /// <summary>The Gmail watcher is stopped and started.</summary>
    RestartGmailWatcher,

    /// <summary>Heartbeat timers are set anew.</summary>
    RestartHeartbeat,

    /// <summary>The job scheduler is stopped, rebuilt and started.</summary>
    RestartCron,

    /// <summary>Browser control is stopped and started.</summary>
    RestartBrowserControl,
}
