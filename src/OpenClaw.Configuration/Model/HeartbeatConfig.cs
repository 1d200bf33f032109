namespace OpenClaw.Configuration.Model;

/// <summary><c>heartbeat</c> of the defaults or of one agent.</summary>
public sealed record HeartbeatConfig
{
    /// <summary>Duration such as <c>30m</c>; <c>0m</c> switches it off; null: 30m.</summary>
    public string? Every { get; init; }

    /// <summary>When it may run.</summary>
    public ActiveHoursConfig? ActiveHours { get; init; }

    /// <summary>Model of the heartbeat runs.</summary>
    public string? Model { get; init; }

    /// <summary>Session it runs in.</summary>
    public string? Session { get; init; }

    /// <summary><c>last</c>, <c>none</c> or a channel id; null: last.</summary>
    public string? Target { get; init; }

    /// <summary>Recipient on the target channel.</summary>
    public string? To { get; init; }

    /// <summary>Text of the turn; null: the built-in one.</summary>
    public string? Prompt { get; init; }

    /// <summary>An answer with at most this much beside the token is an acknowledgement.</summary>
    public long AckMaxChars { get; init; } = 300;

    /// <summary>Deliver the reasoning too.</summary>
    public bool IncludeReasoning { get; init; }

    private static HeartbeatConfig Defaults { get; } = new();

    internal static HeartbeatConfig Read(ConfigNode node) => new()
    {
        Every = node.Text("every"),
        ActiveHours = node.Section("activeHours").Object is null ? null : ActiveHoursConfig.Read(node.Section("activeHours")),
        Model = node.Text("model"),
        Session = node.Text("session"),
        Target = node.Text("target"),
        To = node.Text("to"),
        Prompt = node.Text("prompt"),
        AckMaxChars = node.Whole("ackMaxChars") ?? Defaults.AckMaxChars,
        IncludeReasoning = node.Flag("includeReasoning") ?? Defaults.IncludeReasoning,
    };
}
