namespace OpenClaw.Agents.Tools.Mcp;

/// <summary>What people are told about a tool server.</summary>
public sealed record McpServerStatus
{
    /// <summary>Name in the configuration.</summary>
    public required string Name { get; init; }

    /// <summary><c>stdio</c> or <c>http</c>.</summary>
    public required string Transport { get; init; }

    /// <summary>How it is.</summary>
    public required McpServerState State { get; init; }

    /// <summary>Why it failed; without secrets.</summary>
    public string? Error { get; init; }

    /// <summary>Name and version it gives itself.</summary>
    public string? Server { get; init; }

    /// <summary>Its tools, under the names models use.</summary>
    public IReadOnlyList<ToolDefinition> Tools { get; init; } = [];
}
