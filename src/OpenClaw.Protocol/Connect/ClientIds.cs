namespace OpenClaw.Protocol.Connect;

/// <summary>Values of <c>connect.client.id</c>: which program is connecting (spec 01 §4.2, §19.1).</summary>
public static class ClientIds
{
    /// <summary>Web chat page.</summary>
    public const string WebchatUi = "webchat-ui";

    /// <summary>Control UI.</summary>
    public const string ControlUi = "openclaw-control-ui";

    /// <summary>Web chat.</summary>
    public const string Webchat = "webchat";

    /// <summary>Command line.</summary>
    public const string Cli = "cli";

    /// <summary>A program of its own.</summary>
    public const string GatewayClient = "gateway-client";

    /// <summary>macOS app.</summary>
    public const string MacOs = "openclaw-macos";

    /// <summary>iOS app.</summary>
    public const string Ios = "openclaw-ios";

    /// <summary>Android app.</summary>
    public const string Android = "openclaw-android";

    /// <summary>Headless node.</summary>
    public const string NodeHost = "node-host";

    /// <summary>Tests.</summary>
    public const string Test = "test";

    /// <summary>Certificate fingerprint reader.</summary>
    public const string Fingerprint = "fingerprint";

    /// <summary>Reachability probe.</summary>
    public const string Probe = "openclaw-probe";

    /// <summary>Browser extension; newer clients only.</summary>
    public const string BrowserCopilot = "openclaw-browser-copilot";

    /// <summary>Terminal UI; newer clients only.</summary>
    public const string Tui = "openclaw-tui";

    /// <summary>Linux app; newer clients only.</summary>
    public const string Linux = "openclaw-linux";

    /// <summary>watchOS app; newer clients only.</summary>
    public const string WatchOs = "openclaw-watchos";

    /// <summary>Worker; newer clients only.</summary>
    public const string Worker = "openclaw-worker";
}
