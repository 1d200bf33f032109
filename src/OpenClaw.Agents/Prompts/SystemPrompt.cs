using System.Runtime.InteropServices;

namespace OpenClaw.Agents.Prompts;

/// <summary>
/// The text in front of every conversation (spec 08 §12), in its minimal form: no tools yet. It holds nothing that changes between two
/// turns of a day, so that providers can cache it.
/// </summary>
public sealed record SystemPrompt
{
    private SystemPrompt(string text, int projectChars)
    {
        Text = text;
        ProjectChars = projectChars;
    }

    /// <summary>The answer that means "nothing to say".</summary>
    public const string SilentReply = "NO_REPLY";

    /// <summary>The answer that means "all is well" to a heartbeat.</summary>
    public const string HeartbeatOk = "HEARTBEAT_OK";

    /// <summary>What the model is sent.</summary>
    public string Text { get; }

    /// <summary>How much of it comes from workspace files.</summary>
    public int ProjectChars { get; }

    /// <summary>Builds it.</summary>
    public static SystemPrompt Build(SystemPromptInput input)
    {
        var project = Project(input.Files);
        var lines = new List<string>
        {
            "You are a personal assistant living inside OpenClaw, a gateway that carries messages between you and the person you work for.",
            "## Tooling",
            "No tools are available in this conversation. Answer from what you know and from what you are told; never pretend to have run something.",
            "## Workspace",
            $"Your working directory is {input.Workspace}.",
            "## Current Date & Time",
            $"The user's time zone is {input.TimeZone}.",
            "## Workspace Files (injected)",
            "The files of your workspace that define you follow below under Project Context; their owner may edit them at any time.",
        };
        if (input.Extra is { Length: > 0 } extra)
            lines.AddRange(["## Group Chat Context", extra]);
        lines.AddRange(project);
        lines.AddRange(
        [
            "## Silent Replies",
            $"When there is nothing worth saying, answer with exactly {SilentReply} and nothing else; it is not delivered. Never add it to a real answer.",
        ]);
        if (input.HeartbeatPrompt is { } heartbeat)
        {
            lines.AddRange(
            [
                "## Heartbeats",
                $"From time to time you receive this text: {heartbeat}",
                $"If nothing needs attention, answer with exactly {HeartbeatOk}. Otherwise describe what does, without that word.",
            ]);
        }

        lines.AddRange(["## Runtime", Runtime(input)]);
        return new SystemPrompt(string.Join('\n', lines), string.Join('\n', project).Length);
    }

    private static List<string> Project(IReadOnlyList<WorkspaceFile> files)
    {
        var lines = new List<string> { "# Project Context" };
        foreach (var file in files)
            lines.AddRange([$"## {file.Name}", file.Text]);
        return lines;
    }

    private static string Runtime(SystemPromptInput input)
    {
        var parts = new List<string>
        {
            $"agent={input.AgentId}",
            $"host={Environment.MachineName}",
            $"os={RuntimeInformation.OSDescription} ({RuntimeInformation.OSArchitecture})",
            $"dotnet={Environment.Version}",
            $"model={input.Model}",
            $"default_model={input.DefaultModel}",
        };
        if (input.Channel is { } channel)
            parts.Add($"channel={channel}");
        parts.Add($"thinking={input.Thinking}");
        return "Runtime: " + string.Join(" | ", parts);
    }
}
