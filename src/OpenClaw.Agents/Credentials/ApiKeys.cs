using System.Net;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Models;

namespace OpenClaw.Agents.Credentials;

/// <summary>Finds the keys for a provider: profiles, then environment, then configuration (spec 08 §15).</summary>
public sealed class ApiKeys(AgentDirectory agents, TimeProvider time)
{
    /// <summary>The files they are kept in.</summary>
    public AuthProfileStore Profiles { get; } = new(agents, time);

    /// <summary>True when a key can be found.</summary>
    public bool Has(string agentId, string provider) => Find(agentId, provider) is not null;

    /// <summary>The best key, or null.</summary>
    public ApiKey? Find(string agentId, string provider) =>
        All(agentId, provider).Select(static one => one.Key).FirstOrDefault();

    /// <summary>All keys, best first, with the time until which one rests. Environment and configuration count only without profiles.</summary>
    public IReadOnlyList<(ApiKey Key, DateTimeOffset? RestingUntil)> All(string agentId, string provider)
    {
        var profiles = ProfileOrder.Of(Profiles.Read(agentId), provider, agents.Config.Auth, time.GetUtcNow());
        if (profiles.Count > 0)
            return [.. profiles.Select(static one => (
                new ApiKey(one.Profile.Secret!, $"{AuthProfileStore.FileName} ({one.Profile.Id})", one.Profile.Id), one.RestingUntil))];
        return (FromEnvironment(provider) ?? FromConfig(provider)) is { } key ? [(key, null)] : [];
    }

    /// <summary>
    /// The keys for calls of a model; one null for servers that need none. Servers on this machine or a private network need none, so that
    /// local model servers work without one; for all others a missing key is an error that names what to set.
    /// </summary>
    public (IReadOnlyList<(ApiKey? Key, DateTimeOffset? RestingUntil)> Keys, string? Problem) ForCalls(string agentId, ModelInfo model)
    {
        var provider = model.Ref.Provider;
        if (model.Api == ModelApis.Demo)
            return ([(null, null)], null);
        var found = All(agentId, provider);
        if (found.Count > 0)
            return ([.. found.Select(static one => ((ApiKey?)one.Key, one.RestingUntil))], null);
        return IsNearby(model.BaseUrl) ? ([(null, null)], null) : ([], Missing(agentId, provider));
    }

    /// <summary>As <see cref="ForCalls"/>, the first one.</summary>
    public (ApiKey? Key, string? Problem) ForCall(string agentId, ModelInfo model)
    {
        var (keys, problem) = ForCalls(agentId, model);
        return (keys.Count > 0 ? keys[0].Key : null, problem);
    }

    private string Missing(string agentId, string provider)
    {
        var file = agents.Paths.Shorten(Profiles.OwnPath(agentId));
        if (Profiles.ProblemWith(agentId) is { } broken)
            return $"no API key found for provider \"{provider}\": {broken}";
        if (Profiles.Read(agentId).Profiles.FirstOrDefault(profile => profile.Provider == provider && profile.ExpiresAt <= time.GetUtcNow()) is { } expired)
            return $"no API key found for provider \"{provider}\": the {expired.Type} credential {expired.Id} has expired; sign in again where it came from and "
                + $"store the new one with: openclaw models auth paste-token --provider {provider} ({file})";
        var names = EnvironmentKeys.For(provider);
        var environment = names.Count > 0 ? $"set {names[^1]} in the environment, or " : string.Empty;
        return $"no API key found for provider \"{provider}\": {environment}set models.providers.{provider}.apiKey, or add a profile to {file}";
    }

    private ApiKey? FromEnvironment(string provider)
    {
        foreach (var name in EnvironmentKeys.For(provider))
        {
            if (agents.Environment[name] is { } value)
                return new ApiKey(value, name);
        }

        return null;
    }

    private ApiKey? FromConfig(string provider)
    {
        var entry = agents.Config.Models.Providers.FirstOrDefault(pair => ModelRef.NormalizeProvider(pair.Key) == provider);
        if (entry.Value?.ApiKey is not { Length: > 0 } text)
            return null;
        return IsVariableName(text) && agents.Environment[text] is { } value
            ? new ApiKey(value, text)
            : new ApiKey(text, $"models.providers.{entry.Key}.apiKey");
    }

    private static bool IsVariableName(string text) =>
        char.IsAsciiLetterUpper(text[0]) && text.All(static c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_');

    private static bool IsNearby(string baseUrl)
    {
        if (!Uri.TryCreate(baseUrl, UriKind.Absolute, out var url))
            return false;
        if (url.IsLoopback || url.Host.EndsWith(".local", StringComparison.OrdinalIgnoreCase))
            return true;
        if (!IPAddress.TryParse(url.Host.Trim('[', ']'), out var address))
            return !url.Host.Contains('.');
        var bytes = address.GetAddressBytes();
        return bytes.Length == 4
            ? bytes[0] == 10 || (bytes[0] == 172 && bytes[1] is >= 16 and < 32) || (bytes[0] == 192 && bytes[1] == 168) || (bytes[0] == 100 && bytes[1] is >= 64 and < 128)
            : address.IsIPv6UniqueLocal || address.IsIPv6LinkLocal;
    }
}
