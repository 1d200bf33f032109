using System.Text.Json;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Providers;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Runs;

/// <summary>A run that is ready to call its model.</summary>
internal sealed record PreparedRun
{
    public required string SessionId { get; init; }

    public required Transcript Transcript { get; init; }

    public required ModelRoute Route { get; init; }

    public required ModelRequest Call { get; init; }

    public required long ContextTokens { get; init; }

    public required JsonElement PromptReport { get; init; }
}
