namespace OpenClaw.Configuration.Model;

/// <summary>One of <c>hooks.mappings</c>: which requests it is for, and what they do. Texts may hold templates.</summary>
public sealed record HookMappingConfig
{
    /// <summary>For logs; null: its place in the list.</summary>
    public string? Id { get; init; }

    /// <summary>Path below <c>hooks.path</c>; null: any.</summary>
    public string? MatchPath { get; init; }

    /// <summary>What <c>source</c> in the body must be; null: any.</summary>
    public string? MatchSource { get; init; }

    /// <summary><c>agent</c> or <c>wake</c>.</summary>
    public string Action { get; init; } = "agent";

    /// <summary><c>now</c> or <c>next-heartbeat</c>.</summary>
    public string? WakeMode { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Session.</summary>
    public string? SessionKey { get; init; }

    /// <summary>Prompt of <c>agent</c>.</summary>
    public string? MessageTemplate { get; init; }

    /// <summary>Text of <c>wake</c>.</summary>
    public string? TextTemplate { get; init; }

    /// <summary>Send the answer to a channel.</summary>
    public bool? Deliver { get; init; }

    /// <summary>The text is handed over as if the owner had written it.</summary>
    public bool AllowUnsafeExternalContent { get; init; }

    /// <summary><c>last</c> or a channel.</summary>
    public string? Channel { get; init; }

    /// <summary>Recipient.</summary>
    public string? To { get; init; }

    /// <summary>Model.</summary>
    public string? Model { get; init; }

    /// <summary>Thinking level.</summary>
    public string? Thinking { get; init; }

    /// <summary>Deadline.</summary>
    public long? TimeoutSeconds { get; init; }

    /// <summary>Script that changes the outcome; null: none.</summary>
    public string? TransformModule { get; init; }

    /// <summary>Its function; null: the default one.</summary>
    public string? TransformExport { get; init; }

    internal static HookMappingConfig Read(ConfigNode node) => new()
    {
        Id = node.Text("id"),
        MatchPath = node.Section("match").Text("path"),
        MatchSource = node.Section("match").Text("source"),
        Action = node.Text("action") ?? "agent",
        WakeMode = node.Text("wakeMode"),
        Name = node.Text("name"),
        SessionKey = node.Text("sessionKey"),
        MessageTemplate = node.Text("messageTemplate"),
        TextTemplate = node.Text("textTemplate"),
        Deliver = node.Flag("deliver"),
        AllowUnsafeExternalContent = node.Flag("allowUnsafeExternalContent") ?? false,
        Channel = node.Text("channel"),
        To = node.Text("to"),
        Model = node.Text("model"),
        Thinking = node.Text("thinking"),
        TimeoutSeconds = node.Whole("timeoutSeconds"),
        TransformModule = node.Section("transform").Text("module"),
        TransformExport = node.Section("transform").Text("export"),
    };
}
