using System.Text.Json.Nodes;
using OpenClaw.Agents.Prompts;
using OpenClaw.Cli.Invocation;

namespace OpenClaw.Cli.Commands.Setup;

/// <summary>The configuration of the dev profile (spec 04 §2): local, loopback, one agent, and a token of its own.</summary>
internal static class DevConfig
{
    /// <summary>Writes config and workspace; null when done, otherwise the exit code.</summary>
    public static async Task<int?> CreateAsync(CliContext context, CancellationToken cancellationToken)
    {
        if (await ConfigWrites.ApplyAsync(context, config => Fill(config, context.Paths.Workspace), cancellationToken).ConfigureAwait(false) is { } problem)
            return problem;
        await WorkspaceTemplates.EnsureAsync(context.Paths.Workspace, cancellationToken).ConfigureAwait(false);
        context.Screen.Note($"Wrote {context.Paths.Shorten(context.Paths.ConfigFile)}");
        return null;
    }

    /// <summary>Adds what is missing; what is there stays.</summary>
    public static void Fill(JsonObject config, string workspace)
    {
        LocalGateway.Fill(config);
        var gateway = (JsonObject)config["gateway"]!;
        gateway["bind"] ??= "loopback";
        var agents = Json.Child(config, "agents");
        var defaults = Json.Child(agents, "defaults");
        defaults["workspace"] ??= workspace;
        defaults["skipBootstrap"] ??= true;
        agents["list"] ??= new JsonArray(new JsonObject
        {
            ["id"] = "dev",
            ["default"] = true,
            ["workspace"] = workspace,
            ["identity"] = new JsonObject { ["name"] = "C3-PO", ["theme"] = "protocol droid", ["emoji"] = "🤖" },
        });
    }
}
