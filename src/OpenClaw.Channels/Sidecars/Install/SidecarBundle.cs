using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OpenClaw.Channels.Sidecars.Install;

/// <summary>The files of a sidecar as this program carries them: its own code and the list of what it needs, not the packages themselves.</summary>
public sealed class SidecarBundle
{
    private SidecarBundle(string name, IReadOnlyDictionary<string, byte[]> files)
    {
        Name = name;
        Files = files;
        using var package = JsonDocument.Parse(files["package.json"]);
        Version = $"{package.RootElement.GetProperty("version").GetString()}-{Fingerprint(files)}";
        EntryPoint = package.RootElement.GetProperty("main").GetString()!;
    }

    /// <summary>Which sidecar, e.g. <c>whatsapp</c>.</summary>
    public string Name { get; }

    /// <summary>Its version with a mark of its content, so that any change is another version.</summary>
    public string Version { get; }

    /// <summary>The program inside, relative.</summary>
    public string EntryPoint { get; }

    /// <summary>Content by relative path with <c>/</c>.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; }

    /// <summary>Reads the files that were built into this program.</summary>
    public static SidecarBundle Embedded(string name)
    {
        var assembly = typeof(SidecarBundle).Assembly;
        var prefix = $"sidecars/{name}/";
        return new SidecarBundle(
            name,
            assembly.GetManifestResourceNames().Where(resource => resource.StartsWith(prefix, StringComparison.Ordinal))
                .ToDictionary(resource => resource[prefix.Length..].Replace('\\', '/'), resource => Read(assembly, resource), StringComparer.Ordinal));
    }

    internal static SidecarBundle Of(string name, IReadOnlyDictionary<string, byte[]> files) => new(name, files);

    private static byte[] Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    private static string Fingerprint(IReadOnlyDictionary<string, byte[]> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, content) in files.OrderBy(static file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\0{content.Length}\0"));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..10];
    }
}
