namespace OpenClaw.Configuration.Model;

/// <summary><c>gateway.http.endpoints.responses</c>.</summary>
public sealed record ResponsesEndpointConfig
{
    /// <summary>Serve <c>POST /v1/responses</c>.</summary>
    public bool Enabled { get; init; }

    /// <summary>Bytes of a request.</summary>
    public long MaxBodyBytes { get; init; } = 20971520;

    /// <summary>File inputs.</summary>
    public ResponsesFilesConfig Files { get; init; } = new();

    /// <summary>Image inputs.</summary>
    public ResponsesImagesConfig Images { get; init; } = new();

    private static ResponsesEndpointConfig Defaults { get; } = new();

    internal static ResponsesEndpointConfig Read(ConfigNode node) => new()
    {
        Enabled = node.Flag("enabled") ?? Defaults.Enabled,
        MaxBodyBytes = node.Whole("maxBodyBytes") ?? Defaults.MaxBodyBytes,
        Files = ResponsesFilesConfig.Read(node.Section("files")),
        Images = ResponsesImagesConfig.Read(node.Section("images")),
    };
}
