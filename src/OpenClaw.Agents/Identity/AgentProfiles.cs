using OpenClaw.Agents.Sessions;
using OpenClaw.Protocol.Agent;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Identity;

/// <summary>Names and faces of agents for clients (<c>agents.list</c>, <c>agent.identity.get</c>, spec 02 §4).</summary>
public sealed class AgentProfiles(AgentDirectory agents)
{
    private const int MaxName = 50;
    private const int MaxAvatar = 200;
    private const int MaxPlainAvatar = 4;
    private const long MaxAvatarBytes = 2 * 1024 * 1024;

    /// <summary>The agent that answers when none is named.</summary>
    public string DefaultId => agents.DefaultId;

    /// <summary><c>agents.list</c>.</summary>
    public AgentsListResult List()
    {
        var config = agents.Config;
        return new AgentsListResult
        {
            DefaultId = agents.DefaultId,
            MainKey = SessionKeys.Main,
            Scope = config.Session.Scope == SessionKeys.Global ? SessionKeys.Global : "per-sender",
            Agents = [.. agents.Ids().Select(Summary)],
        };
    }

    /// <summary><c>agent.identity.get</c>: what to show beside an agent's messages. Unknown agents look like the default.</summary>
    public AgentIdentityGetResult Show(string agentId)
    {
        var ui = agents.Config.Ui;
        var configured = agents.Entry(agentId)?.Identity;
        var file = IdentityDocument.Read(Path.Combine(agents.Workspace(agentId), IdentityDocument.FileName));
        return new AgentIdentityGetResult
        {
            AgentId = agentId,
            Name = Cut(ui.AssistantName, MaxName) ?? Cut(configured?.Name, MaxName) ?? Cut(file.GetValueOrDefault("name"), MaxName) ?? "Assistant",
            Avatar = Avatar(ui.AssistantAvatar, agentId) ?? Avatar(configured?.Avatar, agentId) ?? Avatar(configured?.Emoji, agentId)
                ?? Avatar(file.GetValueOrDefault("avatar"), agentId) ?? Avatar(file.GetValueOrDefault("emoji"), agentId) ?? "A",
        };
    }

    private AgentSummary Summary(string id)
    {
        var entry = agents.Entry(id);
        var identity = entry?.Identity;
        return new AgentSummary
        {
            Id = id,
            Name = entry?.Name,
            Identity = identity is null ? null : new AgentIdentity
            {
                Name = identity.Name,
                Theme = identity.Theme,
                Emoji = identity.Emoji,
                Avatar = identity.Avatar,
                AvatarUrl = AvatarUrl(id, identity.Avatar),
            },
        };
    }

    private string? AvatarUrl(string agentId, string? avatar)
    {
        if (avatar is null || IsUrl(avatar))
            return avatar;
        if (PathGuard.Under(agents.Workspace(agentId), avatar) is not { } path || MimeOf(path) is not { } mime)
            return null;
        var info = new FileInfo(path);
        return info is { Exists: true, Length: <= MaxAvatarBytes } ? $"data:{mime};base64,{Convert.ToBase64String(File.ReadAllBytes(path))}" : null;
    }

    private string? Avatar(string? text, string agentId)
    {
        if (text?.Trim() is not { Length: > 0 and <= MaxAvatar } avatar)
            return null;
        if (IsUrl(avatar) || avatar.StartsWith('/'))
            return avatar;
        if (avatar.Length <= MaxPlainAvatar)
            return avatar;
        // A picture in the workspace is served by the gateway, never by its path on disk.
        return MimeOf(avatar) is not null && PathGuard.Under(agents.Workspace(agentId), avatar) is { } path && File.Exists(path)
            ? $"{agents.Config.Gateway.ControlUi.BasePath?.TrimEnd('/')}/avatar/{agentId}"
            : null;
    }

    private static bool IsUrl(string text) =>
        text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase);

    private static string? MimeOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".svg" => "image/svg+xml",
        _ => null,
    };

    private static string? Cut(string? text, int max) =>
        text?.Trim() is { Length: > 0 } value ? (value.Length > max ? value[..max] : value) : null;
}
