using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Agent;

/// <summary>Agents and their runs.</summary>
public static class AgentMethods
{
    /// <summary>Runs an agent once; answers when accepted and again when done.</summary>
    public static MethodDefinition<AgentParams, AgentResult> Agent { get; } = new(
        "agent",
        MethodScope.Write,
        static () => ProtocolJson.Default.AgentParams,
        static () => ProtocolJson.Default.AgentResult)
    {
        Summary = "Runs an agent once; answers when accepted and again when done.",
    };

    /// <summary>Name and avatar of an agent.</summary>
    public static MethodDefinition<AgentIdentityGetParams, AgentIdentityGetResult> IdentityGet { get; } = new(
        "agent.identity.get",
        MethodScope.Read,
        static () => ProtocolJson.Default.AgentIdentityGetParams,
        static () => ProtocolJson.Default.AgentIdentityGetResult)
    {
        Summary = "Name and avatar of an agent.",
    };

    /// <summary>Waits for the end of a run.</summary>
    public static MethodDefinition<AgentWaitParams, AgentWaitResult> Wait { get; } = new(
        "agent.wait",
        MethodScope.Write,
        static () => ProtocolJson.Default.AgentWaitParams,
        static () => ProtocolJson.Default.AgentWaitResult)
    {
        Summary = "Waits for the end of a run.",
    };

    /// <summary>Every agent.</summary>
    public static MethodDefinition<NoParams, AgentsListResult> List { get; } = new(
        "agents.list",
        MethodScope.Read,
        static () => ProtocolJson.Default.NoParams,
        static () => ProtocolJson.Default.AgentsListResult)
    {
        Summary = "Every agent.",
    };

    /// <summary>Every method of the family.</summary>
    public static IReadOnlyList<MethodDefinition> All { get; } = [Agent, IdentityGet, Wait, List];
}
