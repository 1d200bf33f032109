using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Identity;
using OpenClaw.Cli.Commands.Setup;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;
using OpenClaw.Storage;

namespace OpenClaw.Cli.Commands.Agents;

/// <summary><c>agents delete</c>: takes an agent out of the configuration and moves its folders to the trash. Nothing is erased.</summary>
internal static class AgentsDeleting
{
    private sealed record Folders(string Workspace, string AgentDir, string Sessions);

    public static Command Build(CliContext context)
    {
        var command = new Command("delete", "Remove an agent; its folders are moved to the trash.");
        var id = new Argument<string>("id") { Description = "Which agent" };
        var force = new Option<bool>("--force") { Description = "Do not ask; needed without a terminal" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        command.Arguments.Add(id);
        command.Options.Add(force);
        command.Options.Add(json);
        command.SetAction(async (parsed, ct) =>
        {
            if (!ConfigGuard.Check(context, GuardPolicy.Require))
                return ExitCodes.Failure;
            var agent = AgentIds.Normalize(parsed.GetValue(id));
            if (agent == AgentIds.Main)
                return context.Fail("\"main\" cannot be deleted");
            if (context.Agents.Entry(agent) is null)
                return context.Fail($"the agent \"{agent}\" is not in agents.list", $"See which there are: {context.Suggest("agents list")}");
            if (!parsed.GetValue(force) && !Confirmed(context, agent))
                return ExitCodes.Failure;
            return await DeleteAsync(context, agent, parsed.GetValue(json), ct).ConfigureAwait(false);
        });
        return command;
    }

    private static bool Confirmed(CliContext context, string agent)
    {
        if (Console.IsInputRedirected || !context.Screen.IsTerminal)
        {
            context.Fail("without a terminal to ask on, deleting needs --force");
            return false;
        }

        context.Screen.Out.Write($"Delete agent \"{agent}\" and move its workspace and conversations to the trash? [y/N] ");
        return Console.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }

    private static async Task<int> DeleteAsync(CliContext context, string agent, bool json, CancellationToken ct)
    {
        var agents = context.Agents;
        var folders = new Folders(agents.Workspace(agent), agents.AgentDir(agent), Path.GetDirectoryName(agents.SessionPaths.Store(agent))!);
        var shared = agents.Ids().Where(other => other != agent)
            .SelectMany(other => (string[])[agents.Workspace(other), agents.AgentDir(other), Path.GetDirectoryName(agents.SessionPaths.Store(other))!]).ToList();
        int bindings = 0, allowed = 0;
        var code = await ConfigWrites.ApplyAsync(
            context,
            config =>
            {
                if ((config["agents"] as JsonObject)?["list"] is JsonArray list)
                    Remove(list, one => AgentIds.Normalize((one as JsonObject)?["id"]?.ToString()) == agent);
                if (config["bindings"] is JsonArray bound)
                    bindings = Remove(bound, one => AgentIds.Normalize((one as JsonObject)?["agentId"]?.ToString()) == agent);
                if (((config["tools"] as JsonObject)?["agentToAgent"] as JsonObject)?["allow"] is JsonArray allow)
                    allowed = Remove(allow, one => one is JsonValue value && value.TryGetValue<string>(out var text) && AgentIds.Normalize(text) == agent);
            },
            ct).ConfigureAwait(false);
        if (code is { } failed)
            return failed;
        var trash = Path.Combine(
            context.Paths.StateDir, "trash", $"{context.Time.GetUtcNow().ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)}-{agent}");
        foreach (var (name, path) in (ReadOnlySpan<(string, string)>)[("workspace", folders.Workspace), ("agent", folders.AgentDir), ("sessions", folders.Sessions)])
            ToTrash(context, path, Path.Combine(trash, name), shared);
        Report(context, agent, folders, trash, json, bindings, allowed);
        return ExitCodes.Success;
    }

    /// <summary>A folder that something else lives in, or that is in use by another agent, stays where it is.</summary>
    private static void ToTrash(CliContext context, string path, string target, List<string> shared)
    {
        if (!Directory.Exists(path))
            return;
        var keep = shared.Append(context.Paths.StateDir).Append(context.Paths.Home).Append(context.Paths.ConfigFile).Any(other => IsWithin(other, path));
        if (keep)
        {
            context.Screen.Warn($"{context.Paths.Shorten(path)} stays: other things live there too");
            return;
        }

        try
        {
            AtomicFile.EnsureDirectory(Path.GetDirectoryName(target)!);
            Directory.Move(path, target);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            context.Screen.Warn($"{context.Paths.Shorten(path)} stays: {problem.Message}");
        }
    }

    private static bool IsWithin(string path, string folder)
    {
        var relative = Path.GetRelativePath(Path.GetFullPath(folder), Path.GetFullPath(path));
        return relative == "." || (relative != ".." && !relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !Path.IsPathRooted(relative));
    }

    private static int Remove(JsonArray list, Func<JsonNode?, bool> wanted)
    {
        var gone = list.Where(wanted).ToList();
        foreach (var one in gone)
            list.Remove(one);
        return gone.Count;
    }

    private static void Report(CliContext context, string agent, Folders folders, string trash, bool json, int bindings, int allowed)
    {
        if (json)
        {
            context.Screen.Line(JsonText.Pretty(new JsonObject
            {
                ["agentId"] = agent,
                ["workspace"] = folders.Workspace,
                ["agentDir"] = folders.AgentDir,
                ["sessionsDir"] = folders.Sessions,
                ["removedBindings"] = bindings,
                ["removedAllow"] = allowed,
            }));
            return;
        }

        context.Screen.Line($"Deleted agent: {agent}");
        if (Directory.Exists(trash))
            context.Screen.Line($"Its folders are in {context.Paths.Shorten(trash)}");
    }
}
