using OpenClaw.Configuration.Model;

namespace OpenClaw.Channels.Envelopes;

/// <summary>What the line in front of a message says about time (<c>agents.defaults.envelope*</c>, spec 10 §3.7).</summary>
/// <param name="Timezone"><c>local</c>, <c>host</c>, <c>utc</c>, <c>gmt</c>, <c>user</c> or an IANA name; null: local.</param>
/// <param name="UserTimezone">What <c>user</c> stands for; null: that of the host.</param>
/// <param name="Timestamp">Says when the message was written.</param>
/// <param name="Elapsed">Says how long the conversation was silent before.</param>
public sealed record EnvelopeSettings(string? Timezone = null, string? UserTimezone = null, bool Timestamp = true, bool Elapsed = true)
{
    /// <summary>As configured.</summary>
    public static EnvelopeSettings From(AgentDefaultsConfig defaults)
    {
        ArgumentNullException.ThrowIfNull(defaults);
        return new EnvelopeSettings(defaults.EnvelopeTimezone, defaults.UserTimezone, defaults.EnvelopeTimestamp, defaults.EnvelopeElapsed);
    }
}
