namespace OpenClaw.Agents.Commands;

/// <summary>Stops what a session is doing.</summary>
public interface ISessionStops
{
    /// <summary>Stops everything in the session but the message of this name, waiting or running, and the sub-agents it started.</summary>
    /// <returns>How many messages and how many sub-agents were stopped.</returns>
    (int Messages, int Subagents) Stop(string sessionKey, string exceptRunId);
}
