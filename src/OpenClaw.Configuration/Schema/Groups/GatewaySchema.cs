using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary><c>gateway</c> (spec 03 §6).</summary>
internal static class GatewaySchema
{
    public static ObjectShape Shape { get; } = Object(
        Key("port", Port).Hint("WebSocket and HTTP. The environment and --port win over it.", "18789"),
        Key("mode", Choice("local", "remote")).Hint("local: the gateway runs here. remote: commands talk to gateway.remote."),
        Key("bind", Choice("auto", "lan", "loopback", "custom", "tailnet"))
            .Hint("Who can reach the gateway. Anything but loopback needs a token or password."),
        Key("customBindHost", Patterns.Ipv4).Hint("The address of bind \"custom\".", "192.168.1.10"),
        Key("controlUi", Object(
            Key("enabled", Flag),
            Key("basePath", Text).Hint("Path the page is served under.", "/openclaw"),
            Key("allowInsecureAuth", Flag),
            Key("dangerouslyDisableDeviceAuth", Flag),
            Key("allowedOrigins", Texts).Hint("Origins of other pages that may open a connection, as https://host."))),
        Key("auth", Object(
            Key("mode", Choice("token", "password")),
            Key("token", Text).Hint("Secret that clients present. OPENCLAW_GATEWAY_TOKEN is used when it is not set."),
            Key("password", Text).Hint("Password that clients present, needed for Tailscale Funnel."),
            Key("allowTailscale", Flag))),
        Key("trustedProxies", Texts).Hint("Exact addresses whose forwarding headers are believed."),
        Key("tailscale", Object(Key("mode", Choice("off", "serve", "funnel")), Key("resetOnExit", Flag))),
        Key("remote", Object(
            Key("url", Text).Hint("Address of the remote gateway.", "ws://host:18789"),
            Key("transport", Choice("ssh", "direct")),
            Key("token", Text),
            Key("password", Text),
            Key("tlsFingerprint", Text).Hint("SHA-256 of the certificate to accept.", "sha256:ab12cd34…"),
            Key("sshTarget", Text).Hint("Where the tunnel goes.", "user@host"),
            Key("sshIdentity", Text))),
        Key("reload", Object(
            Key("mode", Choice("off", "restart", "hot", "hybrid")).Hint("hybrid applies what is safe and restarts for the rest."),
            Key("debounceMs", NotNegative))),
        Key("tls", Object(
            Key("enabled", Flag),
            Key("autoGenerate", Flag),
            Key("certPath", Text),
            Key("keyPath", Text),
            Key("caPath", Text)) with
        { Others = Any }),
        Key("http", Object(
            Key("endpoints", Object(
                Key("chatCompletions", Object(Key("enabled", Flag))),
                Key("responses", Object(
                    Key("enabled", Flag),
                    Key("maxBodyBytes", Positive),
                    Key("files", Object(
                        Key("allowUrl", Flag),
                        Key("allowedMimes", Texts),
                        Key("maxBytes", Positive),
                        Key("maxChars", Positive),
                        Key("maxRedirects", NotNegative),
                        Key("timeoutMs", Positive),
                        Key("pdf", Object(Key("maxPages", Positive), Key("maxPixels", Positive), Key("minTextChars", NotNegative))))),
                    Key("images", Object(
                        Key("allowUrl", Flag),
                        Key("allowedMimes", Texts),
                        Key("maxBytes", Positive),
                        Key("maxRedirects", NotNegative),
                        Key("timeoutMs", Positive))))))))),
        Key("tools", Object(
            Key("allow", Texts).Hint("Tools that /tools/invoke may use although they are off for it by default."),
            Key("deny", Texts).Hint("Tools that /tools/invoke may not use."))),
        Key("nodes", Object(
            Key("browser", Object(Key("mode", Choice("auto", "manual", "off")), Key("node", Text))),
            Key("allowCommands", Texts),
            Key("denyCommands", Texts))));
}
