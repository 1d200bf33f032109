using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary><c>mcp</c>: tool servers. Not part of 2026.1.30; the keys are those of later releases.</summary>
internal static class McpSchema
{
    public static ObjectShape Shape { get; } = Object(
        Key("servers", MapOf(Object(
            Key("enabled", Flag),
            Key("command", NotEmpty),
            Key("args", Texts),
            Key("env", MapOf(Text)),
            Key("cwd", Text),
            Key("workingDirectory", Text),
            Key("url", NotEmpty),
            Key("headers", MapOf(Text)),
            Key("tools", Texts),
            Key("connectTimeoutSeconds", Positive),
            Key("timeoutSeconds", Positive)))));
}
