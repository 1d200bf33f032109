using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Accounts;
using OpenClaw.Channels.Contract;
using OpenClaw.Cli.Commands.Setup;
using OpenClaw.Cli.Invocation;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Cli.Commands.Channels;

/// <summary><c>channels add</c>: an account in the config. A bot token is tried first; one that Telegram refuses is not written.</summary>
internal static class ChannelsAdding
{
    private static readonly TimeSpan s_probeTimeout = TimeSpan.FromSeconds(5);

    public static Command Build(CliContext context)
    {
        var command = new Command("add", "Add an account of a channel, or change its credentials.");
        var channel = ChannelTools.ChannelOption();
        var account = ChannelTools.AccountOption();
        var name = new Option<string?>("--name") { Description = "What it is called", HelpName = "name" };
        var token = new Option<string?>("--token") { Description = "Bot token", HelpName = "token" };
        var tokenFile = new Option<string?>("--token-file") { Description = "File that holds the bot token", HelpName = "path" };
        var useEnv = new Option<bool>("--use-env") { Description = "Take the bot token from TELEGRAM_BOT_TOKEN (default account only)" };
        var authDir = new Option<string?>("--auth-dir") { Description = "Where a linked account keeps its credentials", HelpName = "dir" };
        foreach (var option in (Option[])[channel, account, name, token, tokenFile, useEnv, authDir])
            command.Options.Add(option);
        command.SetAction(async (parsed, ct) =>
        {
            if (!ConfigGuard.Check(context, GuardPolicy.Require) || ChannelTools.Find(context, parsed.GetValue(channel)) is not { } found)
                return ExitCodes.Failure;
            var wish = new Wish(
                found,
                AccountIds.Normalize(parsed.GetValue(account)),
                Text(parsed.GetValue(name)),
                Text(parsed.GetValue(token)),
                Text(parsed.GetValue(tokenFile)),
                parsed.GetValue(useEnv),
                Text(parsed.GetValue(authDir)));
            return Problem(context, wish) is { } problem ? context.Fail(problem) : await AddAsync(context, wish, ct).ConfigureAwait(false);
        });
        return command;
    }

    private static string? Problem(CliContext context, Wish wish)
    {
        var sources = (wish.Token is null ? 0 : 1) + (wish.TokenFile is null ? 0 : 1) + (wish.UseEnv ? 1 : 0);
        var (id, label) = (wish.Channel.Description.Id, wish.Channel.Description.Label);
        if (wish.Channel is ILinkableChannel)
            return sources > 0 ? $"{label} has no token: add the account without one, then link it with channels login" : null;
        if (wish.AuthDir is not null)
            return $"--auth-dir is for channels that are linked; {label} has a token";
        if (sources != 1)
            return $"{id} needs one of --token, --token-file and --use-env";
        if (wish.UseEnv && wish.AccountId != AccountIds.Default)
            return "--use-env is for the default account only: there is one variable";
        if (wish.UseEnv && context.Config.Environment["TELEGRAM_BOT_TOKEN"] is null)
            return "--use-env: TELEGRAM_BOT_TOKEN is not set";
        return wish.TokenFile is { } file && !File.Exists(context.Paths.Expand(file)) ? $"--token-file: {file} does not exist" : null;
    }

    private static async Task<int> AddAsync(CliContext context, Wish wish, CancellationToken ct)
    {
        var (label, id) = (wish.Channel.Description.Label, wish.Channel.Description.Id);
        if (await RefusedAsync(context, wish, ct).ConfigureAwait(false) is { } refused)
            return context.Fail(refused, "Nothing was written.");
        if (await ConfigWrites.ApplyAsync(context, config => Edit(context, config, wish), ct).ConfigureAwait(false) is { } failed)
            return failed;
        context.Screen.Line($"Added {label} account \"{wish.AccountId}\".");
        if (wish.Channel is ILinkableChannel linkable && !linkable.Link(context.Config, wish.AccountId).IsLinked)
            context.Screen.Line($"Link it: {context.Suggest($"channels login --channel {id} --account {wish.AccountId}")}");
        return ExitCodes.Success;
    }

    private static void Edit(CliContext context, JsonObject config, Wish wish)
    {
        var settings = new JsonObject();
        if (wish.Name is { } name)
            settings["name"] = name;
        if (wish.Token is { } token)
            settings["botToken"] = token;
        if (wish.TokenFile is { } file)
            settings["tokenFile"] = file;
        if (wish.AuthDir is { } dir)
            settings["authDir"] = dir;
        var keepDefault = wish.Channel.Standing(context.Config, AccountIds.Default).IsConfigured;
        ChannelEdits.Add(config, wish.Channel.Description.Id, wish.AccountId, settings, wish.Channel is ILinkableChannel, keepDefault);
    }

    // Asks with the config as it will be; a service that is not reached now is no reason to refuse.
    private static async Task<string?> RefusedAsync(CliContext context, Wish wish, CancellationToken ct)
    {
        if (wish.Channel is ILinkableChannel)
            return null;
        var raw = (JsonObject)context.Config.Effective.DeepClone();
        Edit(context, raw, wish);
        var config = context.Config with { Effective = raw, Config = OpenClawConfig.From(raw) };
        ProbeResult? answer;
        try
        {
            answer = await ChannelTools.ProbeAsync(context, wish.Channel, wish.AccountId, s_probeTimeout, config, ct).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or TimeoutException)
        {
            answer = new ProbeResult(false, new JsonObject { ["error"] = e.Message });
        }

        var label = wish.Channel.Description.Label;
        if (answer is null)
            return null;
        if (answer.Ok)
        {
            if ((string?)answer.Probe["bot"]?["username"] is { } username)
                context.Screen.Line($"{label} knows this token: @{username}");
            return null;
        }

        var error = answer.Probe["error"]?.ToString() ?? "no answer";
        if (answer.Probe["status"]?.ToString() is "401" or "404")
            return $"{label} does not know this token ({error})";
        context.Screen.Warn($"{label} was not reached, so the token could not be checked ({error})");
        return null;
    }

    private static string? Text(string? typed) => typed?.Trim() is { Length: > 0 } text ? text : null;

    private sealed record Wish(IChannel Channel, string AccountId, string? Name, string? Token, string? TokenFile, bool UseEnv, string? AuthDir);
}
