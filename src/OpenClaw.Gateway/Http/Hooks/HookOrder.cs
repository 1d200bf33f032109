namespace OpenClaw.Gateway.Http.Hooks;

/// <summary>What a hook's request asks for, from the fixed paths and from mappings alike.</summary>
internal sealed record HookOrder
{
    /// <summary>True: give the main session a text; false: run a turn.</summary>
    public required bool IsWake { get; init; }

    /// <summary>The prompt, or the text of a wake.</summary>
    public required string Text { get; init; }

    /// <summary>False: the agent sees it when it looks up next.</summary>
    public bool Now { get; init; } = true;

    /// <summary>Name for people.</summary>
    public string Name { get; init; } = "Hook";

    /// <summary>Session; null: one of its own.</summary>
    public string? SessionKey { get; init; }

    /// <summary>Send the answer to a channel; null: if there is somebody.</summary>
    public bool? Deliver { get; init; }

    /// <summary><c>last</c> or a channel.</summary>
    public string Channel { get; init; } = "last";

    /// <summary>Recipient.</summary>
    public string? To { get; init; }

    /// <summary>Model.</summary>
    public string? Model { get; init; }

    /// <summary>Thinking level.</summary>
    public string? Thinking { get; init; }

    /// <summary>Deadline.</summary>
    public long? TimeoutSeconds { get; init; }

    /// <summary>Where the text comes from: <c>Webhook</c> or <c>Email</c>.</summary>
    public string Source { get; init; } = "Webhook";

    /// <summary>True: its owner vouches for the text; it is not marked as coming from outside.</summary>
    public bool IsTrusted { get; init; }
}
