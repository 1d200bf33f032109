using System.Text.Json;

namespace OpenClaw.Channels.Tests.Sidecars;

/// <summary>What a sidecar was asked or told.</summary>
internal sealed record SidecarCall(string Method, JsonElement Params)
{
    public string? Text(string name) => Params.TryGetProperty(name, out var value) ? value.GetString() : null;
}
