namespace OpenClaw.Agents.Runs;

/// <summary>The lanes runs share (spec 08 §7.3).</summary>
public static class RunLanes
{
    /// <summary>Normal runs; <c>agents.defaults.maxConcurrent</c> at once.</summary>
    public const string Main = "main";

    /// <summary>Sub-agents; <c>agents.defaults.subagents.maxConcurrent</c>.</summary>
    public const string Subagent = "subagent";

    /// <summary>Isolated jobs and web hooks; <c>cron.maxConcurrentRuns</c>.</summary>
    public const string Cron = "cron";

    /// <summary>Steps between agents; one at a time.</summary>
    public const string Nested = "nested";
}
