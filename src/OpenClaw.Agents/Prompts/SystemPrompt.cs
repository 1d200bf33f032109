using System.Globalization;
using System.Runtime.InteropServices;

namespace OpenClaw.Agents.Prompts;

/// <summary>
/// The text in front of every conversation (spec 08 §12). It holds nothing that changes between two turns of a day, so that providers can
/// cache it.
/// </summary>
public sealed record SystemPrompt
{
    private const string Who = "You are a personal assistant living inside OpenClaw, a gateway that carries messages between you and the person you work for.";

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
        ArgumentNullException.ThrowIfNull(input);
        if (input.Mode == PromptMode.None)
            return new SystemPrompt(Who, 0);
        var full = input.Mode == PromptMode.Full;
        IEnumerable<string> OnlyFull(IEnumerable<string> section) => full ? section : [];
        var project = Project(input.Files);
        List<string> lines =
        [
            Who,
            .. AbilitySections.Tooling(input),
            .. AbilitySections.CommandLine(),
            .. OnlyFull(AbilitySections.Skills(input)),
            .. OnlyFull(AbilitySections.Memory(input)),
            .. OnlyFull(AbilitySections.SelfUpdate(input)),
            .. OnlyFull(AbilitySections.Aliases(input)),
            .. SituationSections.Workspace(input),
            .. OnlyFull(SituationSections.Documentation(input)),
            .. SituationSections.Sandbox(input),
            .. OnlyFull(SituationSections.Identity(input)),
            .. SituationSections.Time(input),
            .. SituationSections.InjectedFiles(),
            .. OnlyFull(ConversationSections.ReplyTags()),
            .. OnlyFull(ConversationSections.Messaging(input)),
            .. OnlyFull(ConversationSections.Voice(input)),
            .. ConversationSections.Extra(input),
            .. ConversationSections.Reactions(input),
            .. ConversationSections.ReasoningFormat(input),
            .. project,
            .. OnlyFull(ConversationSections.Silence()),
            .. OnlyFull(ConversationSections.Heartbeats(input)),
            .. Runtime(input),
        ];
        return new SystemPrompt(string.Join('\n', lines.Where(static line => line.Length > 0)), string.Join('\n', project).Length);
    }

    private static List<string> Project(IReadOnlyList<WorkspaceFile> files)
    {
        var lines = new List<string> { "# Project Context" };
        foreach (var file in files)
            lines.AddRange([$"## {file.Name}", file.Text]);
        return lines;
    }

    private static IEnumerable<string> Runtime(SystemPromptInput input)
    {
        var parts = new List<string> { $"agent={input.AgentId}", $"host={Environment.MachineName}" };
        if (input.Repository is { } repository)
            parts.Add($"repo={repository}");
        parts.AddRange(
        [
            $"os={RuntimeInformation.OSDescription} ({RuntimeInformation.OSArchitecture})", $"dotnet={Environment.Version}",
            $"model={input.Model}", $"default_model={input.DefaultModel}",
        ]);
        if (input.Channel is { } channel)
            parts.AddRange([$"channel={channel}", $"capabilities={(input.ChannelCapabilities.Count == 0 ? "none" : string.Join(',', input.ChannelCapabilities))}"]);
        parts.Add($"thinking={input.Thinking}");
        return
        [
            "## Runtime",
            "Runtime: " + string.Join(" | ", parts),
            $"Reasoning: {input.Reasoning} (hidden unless on or stream; the user changes it with /reasoning).",
            $"Current date: {input.Today.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture)}" + (input.Has("session_status") ? " (session_status tells the time)" : string.Empty),
            $"Current working directory: {input.Workspace}",
        ];
    }
}
