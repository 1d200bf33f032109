using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Credentials;
using OpenClaw.Agents.Models;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;

namespace OpenClaw.Cli.Commands.Models;

/// <summary><c>models auth …</c>: the credential store of an agent. Secrets are read from standard input, never from arguments.</summary>
internal static class ModelsAuth
{
    public static Command Build(CliContext context)
    {
        var command = new Command("auth", "Credentials of providers, kept in the agent's auth-profiles.json.");
        command.Subcommands.Add(BuildPaste(context, "add", AuthProfile.ApiKeyType, "Store an API key, read from standard input."));
        command.Subcommands.Add(BuildPaste(context, "paste-token", AuthProfile.TokenType, "Store a token, read from standard input."));
        command.Subcommands.Add(BuildPaste(context, "setup-token", AuthProfile.TokenType, "Store the token that 'claude setup-token' prints, read from standard input."));
        command.Subcommands.Add(BuildLogin(context, "login"));
        command.Subcommands.Add(BuildLogin(context, "login-github-copilot"));
        command.Subcommands.Add(ModelsAuthOrder.Build(context));
        return command;
    }

    private static Command BuildPaste(CliContext context, string name, string type, string description)
    {
        var command = new Command(name, description);
        var provider = new Option<string?>("--provider") { Description = "Whose it is (default: anthropic)", HelpName = "id" };
        var profile = new Option<string?>("--profile-id") { Description = "Name of the entry (default: <provider>:manual)", HelpName = "id" };
        var expires = new Option<string?>("--expires-in") { Description = "When it stops working, such as 30d or 12h", HelpName = "duration" };
        var agent = new Option<string?>("--agent") { Description = "Whose store (default: the default agent's)", HelpName = "id" };
        var yes = new Option<bool>("--yes") { Description = "Ask nothing (this command never does)" };
        foreach (var option in (Option[])[provider, profile, expires, agent, yes])
            command.Options.Add(option);
        command.SetAction(async (parsed, ct) =>
        {
            if (!ConfigGuard.Check(context, GuardPolicy.Require) || ModelTools.Agent(context, parsed.GetValue(agent)) is not { } id)
                return ExitCodes.Failure;
            var owner = ModelRef.NormalizeProvider(parsed.GetValue(provider) ?? ModelRef.Default.Provider);
            if (owner.Length == 0)
                return context.Fail("--provider must not be empty");
            DateTimeOffset? end = null;
            if (parsed.GetValue(expires) is { } text)
            {
                if (ReadDuration(text) is not { } life)
                    return context.Fail($"--expires-in: \"{text}\" is not a duration; write a number with s, m, h or d, such as 30d");
                end = context.Time.GetUtcNow() + life;
            }

            if (await ReadSecretAsync(context, owner, ct).ConfigureAwait(false) is not { } secret)
                return ExitCodes.Failure;
            var entry = parsed.GetValue(profile)?.Trim() is { Length: > 0 } typed ? typed : $"{owner}:{(type == AuthProfile.ApiKeyType ? "default" : "manual")}";
            return await StoreAsync(context, id, entry, owner, type, secret, end, ct).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<string?> ReadSecretAsync(CliContext context, string provider, CancellationToken ct)
    {
        if (!Console.IsInputRedirected)
            context.Screen.Note($"Paste the credential for {provider} and press Enter:");
        using var input = new StreamReader(Console.OpenStandardInput());
        var secret = (await input.ReadLineAsync(ct).ConfigureAwait(false))?.Trim() ?? string.Empty;
        if (secret.Length > 0 && !secret.Any(static c => char.IsWhiteSpace(c) || char.IsControl(c)))
            return secret;
        context.Fail(secret.Length == 0 ? "nothing was read; pipe the credential in or paste it" : "a credential has no spaces in it; nothing was stored");
        return null;
    }

    private static async Task<int> StoreAsync(
        CliContext context, string agent, string entry, string provider, string type, string secret, DateTimeOffset? end, CancellationToken ct)
    {
        using var tools = new ModelTools(context);
        var store = tools.Keys.Profiles;
        try
        {
            await store.UpdateAsync(
                store.OwnPath(agent),
                file =>
                {
                    var profile = new JsonObject { ["type"] = type, ["provider"] = provider, [type == AuthProfile.ApiKeyType ? "key" : "token"] = secret };
                    if (end is { } at)
                        profile["expires"] = at.ToUnixTimeMilliseconds();
                    file.Change("profiles")[entry] = profile;

                    // A new credential starts with a clean slate.
                    file.Change("usageStats").Remove(entry);
                    return true;
                },
                ct).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException or TimeoutException)
        {
            return context.Fail(problem.Message);
        }

        context.Screen.Line($"Updated {context.Paths.Shorten(store.OwnPath(agent))}");
        context.Screen.Line($"Auth profile: {entry} ({provider}/{type}, {ApiKey.Mask(secret)})");
        if (context.Config.Config.Auth.Order.TryGetValue(provider, out var order) && !order.Contains(entry))
            context.Screen.Warn($"auth.order.{provider} does not name {entry}, so it is not used; add it there");
        return ExitCodes.Success;
    }

    /// <summary>Logins need the provider's own pages; where the result can be stored, this says how.</summary>
    private static Command BuildLogin(CliContext context, string name)
    {
        var command = new Command(name, "Say how to sign in at a provider and store the result.");
        var provider = new Option<string?>("--provider") { Description = "Where", HelpName = "id" };
        var method = new Option<string?>("--method") { Description = "Ignored", HelpName = "id" };
        var choose = new Option<bool>("--set-default") { Description = "Ignored" };
        foreach (var option in (Option[])[provider, method, choose])
            command.Options.Add(option);
        command.SetAction(parsed =>
        {
            var id = name == "login-github-copilot" ? "github-copilot" : ModelRef.NormalizeProvider(parsed.GetValue(provider) ?? ModelRef.Default.Provider);
            var advice = id switch
            {
                "anthropic" => (string[])["Run: claude setup-token", $"Then: {context.Suggest("models auth setup-token")}"],
                "github-copilot" => ["Copilot's API is not spoken by this release; its models are also offered by their makers and by openrouter."],
                "openai-codex" => ["Codex logins are not spoken by this release; use an API key of platform.openai.com instead.", $"Then: {context.Suggest("models auth add --provider openai")}"],
                _ => [$"Make an API key on {id}'s own pages.", $"Then: {context.Suggest($"models auth add --provider {id}")}"],
            };
            return context.Fail($"signing in at {id} from here is not supported", advice);
        });
        return command;
    }

    private static TimeSpan? ReadDuration(string text) => Duration.Parse(text) is { } life && life > TimeSpan.Zero ? life : null;
}
