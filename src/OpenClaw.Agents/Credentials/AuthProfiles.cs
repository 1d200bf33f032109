using System.Text.Json;
using OpenClaw.Agents.Models;

namespace OpenClaw.Agents.Credentials;

/// <summary>One reading of <c>auth-profiles.json</c>; the file is never written here.</summary>
internal sealed class AuthProfiles
{
    private static readonly string[] s_kinds = ["oauth", "token", "api_key"];

    private readonly JsonElement _root;

    private AuthProfiles(JsonElement root) => _root = root;

    /// <summary>Null when the file is missing or unusable.</summary>
    public static AuthProfiles? Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.ValueKind == JsonValueKind.Object ? new AuthProfiles(document.RootElement.Clone()) : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The best usable credential: the file's order if it has one, else by kind; cooling ones come last.</summary>
    public ApiKey? Choose(string provider, DateTimeOffset now)
    {
        if (!Object(_root, "profiles", out var profiles))
            return null;
        var order = Order(provider);
        return profiles.EnumerateObject()
            .Where(profile => profile.Value.ValueKind == JsonValueKind.Object
                && ModelRef.NormalizeProvider(Text(profile.Value, "provider") ?? string.Empty) == provider)
            .Select(profile => (profile.Name, Secret: Secret(profile.Value, now), Kind: Array.IndexOf(s_kinds, Text(profile.Value, "type"))))
            .Where(static candidate => candidate.Secret is not null)
            .OrderBy(candidate => IsCooling(candidate.Name, now))
            .ThenBy(candidate => order.IndexOf(candidate.Name) is var at and >= 0 ? at : int.MaxValue)
            .ThenBy(static candidate => candidate.Kind)
            .Select(static candidate => new ApiKey(candidate.Secret!, $"auth-profiles.json ({candidate.Name})"))
            .FirstOrDefault();
    }

    private List<string> Order(string provider) =>
        Object(_root, "order", out var order) && order.TryGetProperty(provider, out var names) && names.ValueKind == JsonValueKind.Array
            ? [.. names.EnumerateArray().Where(static name => name.ValueKind == JsonValueKind.String).Select(static name => name.GetString()!)]
            : [];

    private bool IsCooling(string profile, DateTimeOffset now)
    {
        if (!Object(_root, "usageStats", out var all) || !Object(all, profile, out var stats))
            return false;
        var ms = now.ToUnixTimeMilliseconds();
        return Number(stats, "cooldownUntil") > ms || Number(stats, "disabledUntil") > ms;
    }

    private static string? Secret(JsonElement profile, DateTimeOffset now)
    {
        if (Number(profile, "expires") is > 0 and var expires && expires <= now.ToUnixTimeMilliseconds())
            return null;
        var secret = Text(profile, "type") switch
        {
            "api_key" => Text(profile, "key"),
            "token" => Text(profile, "token"),
            "oauth" => Text(profile, "access"),
            _ => null,
        };
        return secret is { Length: > 0 } ? secret : null;
    }

    private static bool Object(JsonElement element, string name, out JsonElement value) =>
        element.TryGetProperty(name, out value) && value.ValueKind == JsonValueKind.Object;

    private static double Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : 0;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
