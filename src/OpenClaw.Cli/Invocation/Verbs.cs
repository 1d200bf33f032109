using OpenClaw.Cli.Commands;

namespace OpenClaw.Cli.Invocation;

/// <summary>Every first word, in the order of the help.</summary>
internal static class Verbs
{
    public static IReadOnlyList<Verb> All { get; } =
    [
        new("setup", "Write a working configuration with a token, and the workspace", SetupCommand.Build),
        new("gateway", "Run the gateway, or talk to one", GatewayCommand.Build),
        new("status", "Gateway, agents and sessions at a glance", StatusCommand.Build),
        new("health", "Ask the running gateway how it is", HealthCommand.Build),
        new("agent", "Say something to an agent and wait for the answer", AgentCommand.Build),
        new("agents", "List, add, describe and delete agents", AgentsCommand.Build),
        new("models", "Which models answer, their fallbacks and credentials", ModelsCommand.Build),
        new("sessions", "List stored conversations", SessionsCommand.Build),
        new("devices", "Paired devices and their tokens", DevicesCommand.Build),
        new("channels", "Messaging channels: accounts, how they are, what waits", ChannelsCommand.Build),
        new("directory", "Contacts of channels: own account, people, groups", DirectoryCommand.Build),
        new("pairing", "People who wrote to a channel and wait to be let in", PairingCommand.Build),
        new("nodes", "Paired and connected nodes", NodesCommand.Build),
        new("cron", "Jobs: reminders and tasks that run on their own", CronCommand.Build),
        new("system", "Tell the agent something; heartbeats; who is there", SystemCommand.Build),
        new("hooks", "Scripts that run when something happens in the gateway", HooksCommand.Build),
        new("approvals", "Which commands agents may run", ApprovalsCommand.Build),
        new("logs", "Show or follow the gateway's log", LogsCommand.Build),
        new("config", "Read and change the configuration", ConfigCommand.Build),
        new("skills", "Skills, and what they lack", SkillsCommand.Build),
        new("memory", "Search an agent's notes", MemoryCommand.Build),
        new("mcp", "Tool servers and their tools", McpCommand.Build),
        new("protocol", "Emit the wire contract as schema or client models", ProtocolCommand.Build),
        new("completion", "Print a shell completion script", CompletionCommand.Build),
    ];

    /// <summary>The verb of this name, or of its older one.</summary>
    public static Verb? Find(string name)
    {
        var today = name == "exec-approvals" ? "approvals" : name;
        return All.FirstOrDefault(v => v.Name == today);
    }
}
