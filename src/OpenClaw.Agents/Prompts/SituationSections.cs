namespace OpenClaw.Agents.Prompts;

/// <summary>The sections about where the agent is and with whom: workspace, documentation, sandbox, owner, time (spec 08 §12, 9 to 14).</summary>
internal static class SituationSections
{
    public static IEnumerable<string> Workspace(SystemPromptInput input) =>
    [
        "## Workspace",
        $"Your working directory is {input.Workspace}.",
        "Treat it as the one place for your files unless you are told otherwise.",
    ];

    public static IEnumerable<string> Documentation(SystemPromptInput input)
    {
        if (input.Docs is null)
            return [];
        return
        [
            "## Documentation",
            $"The documentation of OpenClaw lies in {input.Docs}. For questions about OpenClaw itself, its commands, configuration or architecture, read there first.",
            "To find out why something does not work, run `openclaw status` yourself when you can; ask the user only when you cannot.",
        ];
    }

    public static IEnumerable<string> Sandbox(SystemPromptInput input) => input.Sandbox is null ? [] : ["## Sandbox", input.Sandbox];

    public static IEnumerable<string> Identity(SystemPromptInput input)
    {
        if (input.Owners.Count == 0)
            return [];
        return ["## User Identity", $"Owner: {string.Join(", ", input.Owners)}. Messages from these numbers and ids come from the person you work for."];
    }

    public static IEnumerable<string> Time(SystemPromptInput input) => ["## Current Date & Time", $"Time zone: {input.TimeZone}"];

    public static IEnumerable<string> InjectedFiles() =>
    [
        "## Workspace Files (injected)",
        "The files of your workspace that define you follow below under Project Context; their owner may edit them at any time.",
    ];
}
