using System.Text.Json;
using OpenClaw.Agents.Sessions;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Cli.Commands.Sessions;

/// <summary>Reads a session store file, newest first. Never writes.</summary>
internal static class StoredSessions
{
    /// <summary>The rows; empty for a missing file, null with the reason for one that is no store.</summary>
    public static IReadOnlyList<SessionLine>? Read(string path, AgentDefaultsConfig defaults, out string? problem)
    {
        problem = null;
        if (!File.Exists(path))
            return [];
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                problem = "is not a session store: an object is expected";
                return null;
            }
            return
            [
                .. document.RootElement.EnumerateObject()
                    .Select(m => SessionLine.From(m.Name, new StoredSession(m.Value.Clone()), defaults))
                    .OrderByDescending(r => r.UpdatedAt ?? 0),
            ];
        }
        catch (JsonException e)
        {
            problem = $"is not JSON (line {(e.LineNumber ?? 0) + 1})";
            return null;
        }
    }
}
