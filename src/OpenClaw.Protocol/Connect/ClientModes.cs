namespace OpenClaw.Protocol.Connect;

/// <summary>Values of <c>connect.client.mode</c>: how the program is being used (spec 01 §4.2).</summary>
public static class ClientModes
{
    /// <summary>A conversation in a browser; gets the wording for people in error texts.</summary>
    public const string Webchat = "webchat";

    /// <summary>One command; leaves no presence entry.</summary>
    public const string Cli = "cli";

    /// <summary>An app with windows.</summary>
    public const string Ui = "ui";

    /// <summary>A program without a person.</summary>
    public const string Backend = "backend";

    /// <summary>A node.</summary>
    public const string Node = "node";

    /// <summary>A reachability check.</summary>
    public const string Probe = "probe";

    /// <summary>A test.</summary>
    public const string Test = "test";

    /// <summary>A worker; newer clients only.</summary>
    public const string Worker = "worker";
}
