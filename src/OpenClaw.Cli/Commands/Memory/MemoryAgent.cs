using System.CommandLine;
using OpenClaw.Agents.Identity;
using OpenClaw.Cli.Invocation;

namespace OpenClaw.Cli.Commands.Memory;

/// <summary>Whose memory is meant.</summary>
internal static class MemoryAgent
{
    public static Option<string?> Option() => new("--agent") { Description = "Whose notes (default: the default agent)", HelpName = "id" };

    /// <summary>The id to use; null after the problem was printed.</summary>
    public static string? Choose(CliContext context, string? named)
    {
        if (!ConfigGuard.Check(context, GuardPolicy.Require))
            return null;
        var agentId = named is null ? context.Agents.DefaultId : AgentIds.Normalize(named);
        if (context.Agents.IsKnown(agentId))
            return agentId;
        context.Fail($"unknown agent \"{named}\"", $"Known: {string.Join(", ", context.Agents.Ids())}");
        return null;
    }
}
