using System.Globalization;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Credentials;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;

namespace OpenClaw.Cli.Commands.Models;

/// <summary><c>models status</c>: which models are chosen, and whether their credentials will do.</summary>
internal static class ModelsStatus
{
    private static readonly string[] s_worstFirst = ["expired", "missing", "expiring", "ok", "static"];
    private static readonly TimeSpan s_warnAfter = TimeSpan.FromDays(1);

    public static int Run(CliContext context, string? agent, bool json, bool plain, bool check)
    {
        if (!ConfigGuard.Check(context, GuardPolicy.Require) || ModelTools.Agent(context, agent) is not { } id)
            return ExitCodes.Failure;
        using var tools = new ModelTools(context);
        var model = tools.Selection.Default(id);
        var profiles = tools.Keys.Profiles.Read(id);
        var used = new[] { model }.Concat(tools.Selection.Fallbacks(id)).ToList();
        var missing = used.Where(one => tools.Catalog.Resolve(one) is not { } info || tools.Keys.ForCall(id, info).Problem is not null)
            .Select(static one => one.Provider).Distinct(StringComparer.Ordinal).ToList();
        if (plain)
            context.Screen.Line(model.ToString());
        else if (json)
            context.Screen.Line(JsonText.Pretty(ToJson(context, tools, id, agent is not null, profiles, missing)));
        else
            Write(context, tools, id, profiles, missing);
        return check ? Verdict(context, profiles, [.. used.Select(static one => one.Provider)], missing) : ExitCodes.Success;
    }

    private static int Verdict(CliContext context, ProfileFile profiles, HashSet<string> providers, List<string> missing)
    {
        var mine = profiles.Profiles.Where(profile => providers.Contains(profile.Provider)).Select(profile => State(profile, context.Time.GetUtcNow())).ToList();
        if (missing.Count > 0 || (mine.Count > 0 && mine.All(static state => state is "expired" or "missing")))
            return ExitCodes.Failure;
        return mine.Contains("expiring") ? 2 : ExitCodes.Success;
    }

    private static string State(AuthProfile profile, DateTimeOffset now) =>
        profile.Secret is null ? "missing"
        : profile.ExpiresAt is not { } end ? (profile.Type == AuthProfile.OAuthType ? "ok" : "static")
        : end <= now ? "expired"
        : end - now <= s_warnAfter ? "expiring" : "ok";

    private static JsonObject ToJson(CliContext context, ModelTools tools, string agent, bool named, ProfileFile profiles, List<string> missing)
    {
        var defaults = context.Config.Config.Agents.Defaults;
        var now = context.Time.GetUtcNow();
        var result = new JsonObject { ["configPath"] = context.Paths.ConfigFile };
        if (named)
            result["agentId"] = agent;
        result["agentDir"] = tools.Agents.AgentDir(agent);
        result["defaultModel"] = tools.Agents.Entry(agent)?.Model.Primary ?? defaults.Model.Primary ?? tools.Selection.Default(agent).ToString();
        result["resolvedDefault"] = tools.Selection.Default(agent).ToString();
        result["fallbacks"] = Texts(tools.Selection.Fallbacks(agent).Select(static one => one.ToString()));
        result["imageModel"] = defaults.ImageModel.Primary;
        result["imageFallbacks"] = Texts(defaults.ImageModel.Fallbacks ?? []);
        result["aliases"] = ModelsAliases.All(context);
        result["allowed"] = Texts(defaults.Models.Keys);
        result["auth"] = new JsonObject
        {
            ["storePath"] = tools.Keys.Profiles.PathFor(agent),
            ["shellEnvFallback"] = new JsonObject { ["enabled"] = false, ["appliedKeys"] = new JsonArray() },
            ["providersWithOAuth"] = Texts(profiles.Profiles.Where(static one => one.Type == AuthProfile.OAuthType).Select(static one => one.Provider).Distinct()),
            ["missingProvidersInUse"] = Texts(missing),
            ["providers"] = new JsonArray([.. Providers(tools, agent, profiles).Select(provider => Provider(tools, agent, profiles, provider))]),
            ["unusableProfiles"] = new JsonArray([.. profiles.Profiles
                .Select(one => (one.Id, Until: ProfileUsage.RestingUntil(profiles.Usage(one.Id), now), one.Provider)).Where(static one => one.Until is not null)
                .Select(one => new JsonObject { ["profileId"] = one.Id, ["provider"] = one.Provider, ["until"] = one.Until!.Value.ToUnixTimeMilliseconds(), ["remainingMs"] = (long)(one.Until.Value - now).TotalMilliseconds })]),
            ["oauth"] = Logins(profiles, now),
        };
        return result;
    }

    private static JsonObject Logins(ProfileFile profiles, DateTimeOffset now)
    {
        var expiring = profiles.Profiles.Where(static one => one.Type is AuthProfile.OAuthType or AuthProfile.TokenType).ToList();
        return new JsonObject
        {
            ["warnAfterMs"] = (long)s_warnAfter.TotalMilliseconds,
            ["profiles"] = new JsonArray([.. expiring.Select(one => Login(one, now))]),
            ["providers"] = new JsonArray([.. expiring.GroupBy(static one => one.Provider).Select(group => new JsonObject
            {
                ["provider"] = group.Key,
                ["status"] = Worst(group.Select(one => State(one, now))),
                ["profiles"] = new JsonArray([.. group.Select(one => Login(one, now))]),
            })]),
        };
    }

    private static string Worst(IEnumerable<string> states)
    {
        var all = states.ToHashSet(StringComparer.Ordinal);
        return s_worstFirst.First(all.Contains);
    }

    private static JsonObject Login(AuthProfile profile, DateTimeOffset now)
    {
        var entry = new JsonObject { ["profileId"] = profile.Id, ["provider"] = profile.Provider, ["type"] = profile.Type, ["status"] = State(profile, now) };
        if (profile.ExpiresAt is { } end)
        {
            entry["expiresAt"] = end.ToUnixTimeMilliseconds();
            entry["remainingMs"] = (long)(end - now).TotalMilliseconds;
        }

        return entry;
    }

    private static IEnumerable<string> Providers(ModelTools tools, string agent, ProfileFile profiles) =>
        profiles.Profiles.Select(static one => one.Provider)
            .Concat(tools.Catalog.All().Select(static one => one.Ref.Provider).Distinct().Where(provider => tools.Keys.Has(agent, provider)))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static JsonObject Provider(ModelTools tools, string agent, ProfileFile profiles, string provider)
    {
        var key = tools.Keys.Find(agent, provider);
        var own = profiles.Profiles.Where(one => one.Provider == provider).ToList();
        return new JsonObject
        {
            ["provider"] = provider,
            ["effective"] = new JsonObject { ["kind"] = key is null ? "missing" : key.ProfileId is null ? "key" : "profiles", ["detail"] = key is null ? "missing" : $"{key.Masked} ({key.Source})" },
            ["profiles"] = new JsonObject
            {
                ["count"] = own.Count,
                ["oauth"] = own.Count(static one => one.Type == AuthProfile.OAuthType),
                ["token"] = own.Count(static one => one.Type == AuthProfile.TokenType),
                ["apiKey"] = own.Count(static one => one.Type == AuthProfile.ApiKeyType),
                ["labels"] = Texts(own.Select(static one => one.Secret is { } secret ? $"{one.Id}={ApiKey.Mask(secret)}" : $"{one.Id}=missing")),
            },
        };
    }

    private static void Write(CliContext context, ModelTools tools, string agent, ProfileFile profiles, List<string> missing)
    {
        var screen = context.Screen;
        var defaults = context.Config.Config.Agents.Defaults;
        var now = context.Time.GetUtcNow();
        screen.Line($"Config          : {context.Paths.Shorten(context.Paths.ConfigFile)}");
        screen.Line($"Agent dir       : {context.Paths.Shorten(tools.Agents.AgentDir(agent))}");
        screen.Line($"Default         : {screen.Accent(tools.Selection.Default(agent).ToString())}");
        screen.Line($"Fallbacks       : {Joined(tools.Selection.Fallbacks(agent).Select(static one => one.ToString()))}");
        screen.Line($"Image model     : {defaults.ImageModel.Primary ?? "-"}");
        screen.Line($"Image fallbacks : {Joined(defaults.ImageModel.Fallbacks ?? [])}");
        screen.Line($"Aliases         : {Joined(ModelsAliases.All(context).Select(static pair => $"{pair.Key} -> {pair.Value}"))}");
        screen.Line($"Allowed models  : {(defaults.Models.Count == 0 ? "all" : Joined(defaults.Models.Keys))}");
        screen.Line();
        screen.Line(screen.Bold($"Credentials ({context.Paths.Shorten(tools.Keys.Profiles.PathFor(agent))})"));
        foreach (var provider in Providers(tools, agent, profiles))
            screen.Line($"- {provider}: {(tools.Keys.Find(agent, provider) is { } key ? $"{key.Masked} ({key.Source})" : screen.Bad("missing"))}");
        foreach (var profile in profiles.Profiles)
        {
            var state = State(profile, now);
            var rest = ProfileUsage.RestingUntil(profiles.Usage(profile.Id), now) is { } until
                ? string.Create(CultureInfo.InvariantCulture, $", resting for {Math.Ceiling((until - now).TotalMinutes)} min")
                : string.Empty;
            if (state is not ("ok" or "static") || rest.Length > 0)
                screen.Line($"  {profile.Id}: {screen.Caution(state + rest)}");
        }

        if (tools.Keys.Profiles.ProblemWith(agent) is { } broken)
            screen.Line(screen.Bad(broken));
        foreach (var provider in missing)
            screen.Line(screen.Bad($"No credential for {provider}, which is in use: {context.Suggest($"models auth paste-token --provider {provider}")}"));
    }

    private static string Joined(IEnumerable<string> texts) => string.Join(", ", texts) is { Length: > 0 } text ? text : "-";

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(static text => (JsonNode)text)]);
}
