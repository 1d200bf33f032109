using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Files;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Sessions;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Credentials;

/// <summary>
/// Reads and writes the credential files of agents (spec 08 §15). Every change happens under the lock file that the original takes too,
/// on a fresh reading, so that two programs never undo each other's changes.
/// </summary>
public sealed class AuthProfileStore(AgentDirectory agents, TimeProvider time)
{
    /// <summary>Its name in an agent's folder.</summary>
    public const string FileName = "auth-profiles.json";

    private static readonly TimeSpan s_stale = TimeSpan.FromSeconds(30);

    /// <summary>An agent's own file, whether it exists or not.</summary>
    public string OwnPath(string agentId) => Path.Combine(agents.AgentDir(agentId), FileName);

    /// <summary>The file an agent uses: its own, or the default agent's while it has none.</summary>
    public string PathFor(string agentId)
    {
        var own = OwnPath(agentId);
        if (File.Exists(own) || File.Exists(Path.Combine(agents.AgentDir(agentId), "auth.json")))
            return own;
        foreach (var parent in (ReadOnlySpan<string>)[AgentIds.Main, agents.DefaultId])
        {
            if (parent != agentId && File.Exists(OwnPath(parent)))
                return OwnPath(parent);
        }

        return own;
    }

    /// <summary>What an agent may use, older files included; empty when there is nothing or the file cannot be understood.</summary>
    public ProfileFile Read(string agentId)
    {
        try
        {
            return Load(PathFor(agentId));
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return ProfileFile.Empty();
        }
    }

    /// <summary>Why the file of an agent cannot be used; null when it can, or is not there.</summary>
    public string? ProblemWith(string agentId)
    {
        try
        {
            Load(PathFor(agentId));
            return null;
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return problem.Message;
        }
    }

    /// <summary>Changes a file; nothing is written when <paramref name="change"/> returns false.</summary>
    /// <exception cref="InvalidDataException">The file cannot be understood; it stays as it is.</exception>
    /// <exception cref="TimeoutException">Somebody else kept its lock.</exception>
    public async Task<bool> UpdateAsync(string path, Func<ProfileFile, bool> change, CancellationToken ct)
    {
        AtomicFile.EnsureDirectory(Path.GetDirectoryName(path)!);
        using var held = await SidecarLock.AcquireAsync(path + ".lock", "createdAt", s_stale, time, ct).ConfigureAwait(false);
        var file = Load(path);
        if (!change(file))
            return false;
        file.Write(path);
        return true;
    }

    private ProfileFile Load(string path)
    {
        var file = ProfileFile.Read(path) ?? ProfileFile.Empty();
        if (Legacy(Path.Combine(Path.GetDirectoryName(path)!, "auth.json")) is { } old)
            file.Merge(old, null);
        if (Legacy(Path.Combine(agents.Paths.CredentialsDir, "oauth.json")) is { } logins)
            file.Merge(logins, AuthProfile.OAuthType);
        return file;
    }

    private static JsonObject? Legacy(string path)
    {
        try
        {
            return File.Exists(path) ? JsonNode.Parse(File.ReadAllBytes(path), documentOptions: StoreJson.Lenient) as JsonObject : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            // An old file is a help, never a condition.
            return null;
        }
    }
}
