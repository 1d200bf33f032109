namespace OpenClaw.Configuration.Model;

/// <summary><c>heartbeat.activeHours</c>.</summary>
public sealed record ActiveHoursConfig
{
    /// <summary><c>HH:MM</c>, inclusive.</summary>
    public string? Start { get; init; }

    /// <summary><c>HH:MM</c> or <c>24:00</c>, exclusive.</summary>
    public string? End { get; init; }

    /// <summary><c>user</c>, <c>local</c> or an IANA name.</summary>
    public string? Timezone { get; init; }

    internal static ActiveHoursConfig Read(ConfigNode node) => new()
    {
        Start = node.Text("start"),
        End = node.Text("end"),
        Timezone = node.Text("timezone"),
    };
}
