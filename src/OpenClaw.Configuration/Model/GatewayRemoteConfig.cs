namespace OpenClaw.Configuration.Model;

/// <summary><c>gateway.remote</c>: the gateway that the command line talks to in mode remote.</summary>
public sealed record GatewayRemoteConfig
{
    /// <summary>ws or wss address.</summary>
    public string? Url { get; init; }

    /// <summary><c>ssh</c> or <c>direct</c>.</summary>
    public string? Transport { get; init; }

    /// <summary>Secret of the remote gateway only.</summary>
    public string? Token { get; init; }

    /// <summary>Secret of the remote gateway only.</summary>
    public string? Password { get; init; }

    /// <summary>SHA-256 pin; colons and a <c>sha256:</c> prefix are tolerated.</summary>
    public string? TlsFingerprint { get; init; }

    /// <summary><c>user@host[:port]</c>.</summary>
    public string? SshTarget { get; init; }

    /// <summary>Key file.</summary>
    public string? SshIdentity { get; init; }

    internal static GatewayRemoteConfig Read(ConfigNode node) => new()
    {
        Url = node.Text("url"),
        Transport = node.Text("transport"),
        Token = node.Text("token"),
        Password = node.Text("password"),
        TlsFingerprint = node.Text("tlsFingerprint"),
        SshTarget = node.Text("sshTarget"),
        SshIdentity = node.Text("sshIdentity"),
    };
}
