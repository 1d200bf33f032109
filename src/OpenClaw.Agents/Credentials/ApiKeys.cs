using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Models;

namespace OpenClaw.Agents.Credentials;

/// <summary>Finds the key for a provider: profile, then environment, then configuration (spec 08 §15).</summary>
public sealed class ApiKeys(AgentDirectory agents, TimeProvider time)
{
    private const string ProfileFile = "auth-profiles.json";

    /// <summary>True when a key can be found.</summary>
    public bool Has(string agentId, string provider) => Find(agentId, provider) is not null;

    /// <summary>The key, or null.</summary>
    public ApiKey? Find(string agentId, string provider) =>
        FromProfiles(agentId, provider) ?? FromEnvironment(provider) ?? FromConfig(provider);

    /// <summary>
    /// The key for a call. Servers on this machine or a private network need none, so that local model servers work without one; for
    /// all others a missing key is an error that names what to set.
    /// </summary>
    public (ApiKey? Key, string? Problem) ForCall(string agentId, ModelInfo model)
    {
        var provider = model.Ref.Provider;
        if (model.Api == ModelApis.Demo)
            return (null, null);
        if (Find(agentId, provider) is { } key)
            return (key, null);
        if (IsNearby(model.BaseUrl))
            return (null, null);
        var names = EnvironmentKeys.For(provider);
        var environment = names.Count > 0 ? $"set {names[^1]} in the environment, or " : string.Empty;
        return (null, $"no API key found for provider \"{provider}\": {environment}set models.providers.{provider}.apiKey, or add a profile to "
            + agents.Paths.Shorten(Path.Combine(agents.AgentDir(agentId), ProfileFile)));
    }

    private ApiKey? FromProfiles(string agentId, string provider)
    {
        var own = Path.Combine(agents.AgentDir(agentId), ProfileFile);
        var file = File.Exists(own) ? own : Path.Combine(agents.AgentDir(AgentIds.Main), ProfileFile);
        return AuthProfiles.Read(file)?.Choose(provider, time.GetUtcNow());
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
        if (!System.Net.IPAddress.TryParse(url.Host.Trim('[', ']'), out var address))
            return !url.Host.Contains('.');
        var bytes = address.GetAddressBytes();
        return bytes.Length == 4
            ? bytes[0] == 10 || (bytes[0] == 172 && bytes[1] is >= 16 and < 32) || (bytes[0] == 192 && bytes[1] == 168) || (bytes[0] == 100 && bytes[1] is >= 64 and < 128)
            : address.IsIPv6UniqueLocal || address.IsIPv6LinkLocal;
    }
}
