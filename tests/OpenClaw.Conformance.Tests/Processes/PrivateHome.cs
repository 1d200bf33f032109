using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Conformance.Tests.Processes;

/// <summary>A home directory of its own, so that no test sees the state of another or of the machine.</summary>
internal sealed class PrivateHome : IDisposable
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    public string Path { get; } = Directory.CreateTempSubdirectory("openclaw-test-").FullName;

    /// <summary>What the commands of this home find in their environment beside HOME.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public string StateDir => System.IO.Path.Combine(Path, ".openclaw");

    public string ConfigFile => System.IO.Path.Combine(StateDir, "openclaw.json");

    public string Workspace => System.IO.Path.Combine(Path, "workspace");

    public void WriteConfig(JsonObject config)
    {
        Directory.CreateDirectory(StateDir);
        Directory.CreateDirectory(Workspace);
        File.WriteAllText(ConfigFile, config.ToJsonString(s_indented));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
