using System.Text.Json;

namespace OpenClaw.Channels.Sidecars.Install;

/// <summary>Looks whether every package that a sidecar's lock file asks for is there.</summary>
internal static class SidecarPackages
{
    /// <summary>The first thing that is missing, relative; null when the sidecar is whole.</summary>
    public static string? Missing(string directory)
    {
        var list = Path.Combine(directory, "package-lock.json");
        if (!File.Exists(list))
            return "package-lock.json";
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(list));
            foreach (var package in document.RootElement.GetProperty("packages").EnumerateObject())
            {
                // The first entry, without a name, is the sidecar itself.
                if (package.Name.Length > 0 && !IsLeftOut(package.Value) && !File.Exists(Path.Combine(directory, package.Name, "package.json")))
                    return package.Name;
            }
        }
        catch (Exception damaged) when (damaged is JsonException or KeyNotFoundException or InvalidOperationException or IOException)
        {
            return "a readable package-lock.json";
        }

        return null;
    }

    private static bool IsLeftOut(JsonElement package) =>
        Flag(package, "dev"u8) || Flag(package, "peer"u8) || Flag(package, "optional"u8) || Flag(package, "devOptional"u8);

    private static bool Flag(JsonElement package, ReadOnlySpan<byte> name) => package.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
