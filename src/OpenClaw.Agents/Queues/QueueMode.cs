namespace OpenClaw.Agents.Queues;

/// <summary>What happens to a message that arrives while its session is busy (spec 08 §7.4).</summary>
public enum QueueMode
{
    /// <summary>Held, and answered together with the others in one run.</summary>
    Collect,

    /// <summary>Held, and answered one by one.</summary>
    Followup,

    /// <summary>Handed to the run in progress when that can take it; else as <see cref="Followup"/>.</summary>
    Steer,

    /// <summary>As <see cref="Steer"/>, and answered afterwards as well.</summary>
    SteerBacklog,

    /// <summary>The run in progress is stopped in favour of the newcomer.</summary>
    Interrupt,
}
