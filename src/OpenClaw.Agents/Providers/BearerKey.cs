namespace OpenClaw.Agents.Providers;

/// <summary>The key where most servers want it.</summary>
internal static class BearerKey
{
    public static void Set(HttpRequestMessage message, ModelRequest request)
    {
        if (request.ApiKey is { } key)
            message.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
    }
}
