using System.Text.Json;

namespace OpenClaw.Cli.Tests.Program;

/// <summary>What a run left.</summary>
public sealed record ProgramResult(int ExitCode, string Output, string Error)
{
    /// <summary>The output, which must be JSON and nothing else.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}
