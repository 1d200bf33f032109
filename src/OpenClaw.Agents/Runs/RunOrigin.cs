namespace OpenClaw.Agents.Runs;

/// <summary>What started a run.</summary>
public enum RunOrigin
{
    /// <summary>A client of the gateway: CLI, Control UI, WebChat.</summary>
    Operator,

    /// <summary>A message on a messaging channel.</summary>
    Channel,

    /// <summary>One of the HTTP APIs.</summary>
    Http,

    /// <summary>A web hook: its text comes from outside and is not trusted.</summary>
    Hook,

    /// <summary>A job.</summary>
    Cron,

    /// <summary>A heartbeat.</summary>
    Heartbeat,

    /// <summary>A device node.</summary>
    Node,

    /// <summary>Another agent run.</summary>
    Agent,
}
