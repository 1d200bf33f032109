using System.Text.Json;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Providers;
using OpenClaw.Agents.Tools;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Runs;

/// <summary>A run that is ready to call its model.</summary>
internal sealed record PreparedRun
{
    public required string SessionId { get; init; }

    public required Transcript Transcript { get; init; }

    public required ModelRoute Route { get; init; }

    /// <summary>The next model call. Its messages are those the run began with; what came since is in <see cref="RunProgress.Messages"/>.</summary>
    public required ModelRequest Call { get; init; }

    public required long ContextTokens { get; init; }

    public required JsonElement PromptReport { get; init; }

    public required ToolScene Scene { get; init; }

    /// <summary>Our tools by name.</summary>
    public required IReadOnlyDictionary<string, ITool> Tools { get; init; }

    /// <summary>Names of the caller's own tools.</summary>
    public required IReadOnlySet<string> ClientTools { get; init; }
}
