using System.Security.Cryptography;

namespace OpenClaw.Gateway.Http;

/// <summary>One file of the WebChat page, read once from the program itself.</summary>
internal sealed record WebChatAsset(ReadOnlyMemory<byte> Content, string ContentType, string ETag)
{
    private const string Prefix = "webchat/";

    /// <summary>Every file under <c>ui/webchat</c>, by the path it is served at; the page itself is <c>/</c>.</summary>
    public static IReadOnlyDictionary<string, WebChatAsset> LoadAll()
    {
        var assembly = typeof(WebChatAsset).Assembly;
        var assets = new Dictionary<string, WebChatAsset>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.StartsWith(Prefix, StringComparison.Ordinal))
                continue;
            using var resource = assembly.GetManifestResourceStream(name)!;
            var content = new byte[resource.Length];
            resource.ReadExactly(content);
            var path = name == Prefix + "index.html" ? "/" : "/" + name;
            assets[path] = new WebChatAsset(content, ContentTypeOf(name), $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\"");
        }
        return assets;
    }

    private static string ContentTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"ui/webchat: no content type is known for {other}"),
    };
}
