using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Connect;

/// <summary>Who connects (spec 01 §4.2, §19.1).</summary>
public sealed record ClientInfo
{
    /// <summary>One of <see cref="ClientIds"/>.</summary>
    [Values(ClientIds.WebchatUi, ClientIds.ControlUi, ClientIds.Webchat, ClientIds.Cli, ClientIds.GatewayClient, ClientIds.MacOs,
        ClientIds.Ios, ClientIds.Android, ClientIds.NodeHost, ClientIds.Test, ClientIds.Fingerprint, ClientIds.Probe,
        ClientIds.BrowserCopilot, ClientIds.Tui, ClientIds.Linux, ClientIds.WatchOs, ClientIds.Worker)]
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    [Size(Min = 1)]
    public string? DisplayName { get; init; }

    /// <summary>Free text, e.g. <c>2026.1.30</c> or <c>dev</c>.</summary>
    [Size(Min = 1)]
    public required string Version { get; init; }

    /// <summary>Free text, e.g. <c>linux</c>, <c>macos 15.1</c>.</summary>
    [Size(Min = 1)]
    public required string Platform { get; init; }

    /// <summary>E.g. <c>iPhone</c>, <c>Linux</c>.</summary>
    [Size(Min = 1)]
    public string? DeviceFamily { get; init; }

    /// <summary>E.g. <c>Mac15,6</c>.</summary>
    [Size(Min = 1)]
    public string? ModelIdentifier { get; init; }

    /// <summary>One of <see cref="ClientModes"/>.</summary>
    [Values(ClientModes.Webchat, ClientModes.Cli, ClientModes.Ui, ClientModes.Backend, ClientModes.Node, ClientModes.Probe, ClientModes.Test,
        ClientModes.Worker)]
    public required string Mode { get; init; }

    /// <summary>Stable id of the client installation; the presence key when there is no device.</summary>
    [Size(Min = 1)]
    public string? InstanceId { get; init; }

    /// <summary>Build of the client; newer clients only.</summary>
    [Size(Min = 1, Max = 96)]
    public string? BuildId { get; init; }

    /// <summary>IANA zone of the client; newer clients only.</summary>
    [Size(Min = 1, Max = 64)]
    public string? TimeZone { get; init; }
}
