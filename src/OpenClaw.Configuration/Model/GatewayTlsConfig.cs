namespace OpenClaw.Configuration.Model;

/// <summary><c>gateway.tls</c>.</summary>
public sealed record GatewayTlsConfig
{
    /// <summary>Serve wss and https.</summary>
    public bool Enabled { get; init; }

    /// <summary>Make a self-signed certificate when neither file exists.</summary>
    public bool AutoGenerate { get; init; } = true;

    /// <summary>PEM certificate; null: under the state directory.</summary>
    public string? CertPath { get; init; }

    /// <summary>PEM key; null: under the state directory.</summary>
    public string? KeyPath { get; init; }

    /// <summary>Authority of client certificates.</summary>
    public string? CaPath { get; init; }

    private static GatewayTlsConfig Defaults { get; } = new();

    internal static GatewayTlsConfig Read(ConfigNode node) => new()
    {
        Enabled = node.Flag("enabled") ?? Defaults.Enabled,
        AutoGenerate = node.Flag("autoGenerate") ?? Defaults.AutoGenerate,
        CertPath = node.Text("certPath"),
        KeyPath = node.Text("keyPath"),
        CaPath = node.Text("caPath"),
    };
}
