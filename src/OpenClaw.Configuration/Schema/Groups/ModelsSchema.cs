using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary><c>models</c> (spec 03 §6).</summary>
internal static class ModelsSchema
{
    public static ObjectShape Shape { get; } = Object(
        Key("mode", Choice("merge", "replace")),
        Key("providers", MapOf(Object(
            Required("baseUrl", NotEmpty),
            Key("apiKey", Text),
            Key("auth", Choice("api-key", "aws-sdk", "oauth", "token")),
            Key("api", ModelShapes.Api),
            Key("headers", MapOf(Text)),
            Key("authHeader", Flag),
            Required("models", ListOf(ModelShapes.ProviderModel))))),
        Key("bedrockDiscovery", Object(
            Key("enabled", Flag),
            Key("region", Text),
            Key("providerFilter", Texts),
            Key("refreshInterval", NotNegative),
            Key("defaultContextWindow", Positive),
            Key("defaultMaxTokens", Positive))));
}
