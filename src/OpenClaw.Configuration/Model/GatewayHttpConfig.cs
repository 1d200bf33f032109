namespace OpenClaw.Configuration.Model;

/// <summary><c>gateway.http.endpoints</c>.</summary>
public sealed record GatewayHttpConfig
{
    /// <summary>Serve <c>POST /v1/chat/completions</c>.</summary>
    public bool ChatCompletionsEnabled { get; init; }

    /// <summary><c>POST /v1/responses</c>.</summary>
    public ResponsesEndpointConfig Responses { get; init; } = new();

    private static GatewayHttpConfig Defaults { get; } = new();

    internal static GatewayHttpConfig Read(ConfigNode node) => new()
    {
        ChatCompletionsEnabled = node.Section("chatCompletions").Flag("enabled") ?? Defaults.ChatCompletionsEnabled,
        Responses = ResponsesEndpointConfig.Read(node.Section("responses")),
    };
}
