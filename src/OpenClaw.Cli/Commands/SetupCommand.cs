using System.CommandLine;
using OpenClaw.Agents.Prompts;
using OpenClaw.Cli.Commands.Setup;
using OpenClaw.Cli.Invocation;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw setup</c> (spec 04 §6): a config that a gateway starts on, workspace and sessions directory. Repeatable.</summary>
internal static class SetupCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("setup", "Write a working configuration with a gateway token, and create the workspace.");
        var workspace = new Option<string?>("--workspace") { Description = "Workspace of the agent", HelpName = "dir" };
        var mode = new Option<string?>("--mode") { Description = "local (default) or remote", HelpName = "mode" };
        var url = new Option<string?>("--remote-url") { Description = "Address of the remote gateway", HelpName = "ws url" };
        var token = new Option<string?>("--remote-token") { Description = "Token of the remote gateway", HelpName = "token" };
        var quiet = new Option<bool>("--non-interactive") { Description = "Ask nothing (this command never does)" };
        foreach (var option in (Option[])[workspace, mode, url, token, quiet])
            command.Options.Add(option);
        command.SetAction((parsed, ct) =>
        {
            var wish = parsed.GetValue(mode) ?? (parsed.GetValue(url) is null ? "local" : "remote");
            return wish switch
            {
                "local" => LocalAsync(context, parsed.GetValue(workspace), ct),
                "remote" => RemoteAsync(context, parsed.GetValue(url), parsed.GetValue(token), ct),
                _ => Task.FromResult(context.Fail($"--mode: '{wish}' must be local or remote")),
            };
        });
        return command;
    }

    private static async Task<int> LocalAsync(CliContext context, string? workspace, CancellationToken cancellationToken)
    {
        if (!ConfigGuard.Check(context, GuardPolicy.Require))
            return ExitCodes.Failure;
        var directory = workspace is not null ? context.Paths.Expand(workspace)
            : context.Config.Config.Agents.Defaults.Workspace is { } configured ? context.Paths.Expand(configured)
            : context.Paths.Workspace;
        var existed = context.Config.Exists;
        var problem = await ConfigWrites.ApplyAsync(
            context,
            config =>
            {
                if (context.IsDev)
                    DevConfig.Fill(config, directory);
                else
                    LocalGateway.Fill(config);
                var defaults = Json.Child(Json.Child(config, "agents"), "defaults");
                if (workspace is not null)
                    defaults["workspace"] = directory;
                defaults["workspace"] ??= directory;
            },
            cancellationToken).ConfigureAwait(false);
        if (problem is { } code)
            return code;

        await WorkspaceTemplates.EnsureAsync(directory, cancellationToken).ConfigureAwait(false);
        var git = await WorkspaceRepository.EnsureAsync(directory, cancellationToken).ConfigureAwait(false);
        var sessions = Path.GetDirectoryName(context.Agents.SessionPaths.Store(context.Agents.DefaultId))!;
        Storage.AtomicFile.EnsureDirectory(sessions);

        var screen = context.Screen;
        screen.Line($"{(existed ? "Config OK" : "Wrote")}: {context.Paths.Shorten(context.Paths.ConfigFile)}");
        screen.Line($"Workspace OK: {context.Paths.Shorten(directory)}{(git ? "" : " (no git here, so no repository)")}");
        screen.Line($"Sessions OK: {context.Paths.Shorten(sessions)}");
        screen.Line($"Next: {context.Suggest("gateway")}");
        return ExitCodes.Success;
    }

    private static async Task<int> RemoteAsync(CliContext context, string? url, string? token, CancellationToken cancellationToken)
    {
        if (url is null)
            return context.Fail("--mode remote needs --remote-url");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("ws" or "wss"))
            return context.Fail($"--remote-url: '{url}' is not a ws:// or wss:// address");
        var problem = await ConfigWrites.ApplyAsync(
            context,
            config =>
            {
                var gateway = Json.Child(config, "gateway");
                gateway["mode"] = "remote";
                var remote = Json.Child(gateway, "remote");
                remote["url"] = url;
                if (token is not null)
                    remote["token"] = token;
            },
            cancellationToken).ConfigureAwait(false);
        if (problem is { } code)
            return code;
        context.Screen.Line($"Wrote: {context.Paths.Shorten(context.Paths.ConfigFile)}");
        context.Screen.Line($"Next: {context.Suggest("status")}");
        return ExitCodes.Success;
    }
}
