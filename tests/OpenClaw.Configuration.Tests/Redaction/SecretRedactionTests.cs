using System.Text.Json.Nodes;
using OpenClaw.Configuration.Redaction;

namespace OpenClaw.Configuration.Tests.Redaction;

public class SecretRedactionTests
{
    private const string Hidden = SecretRedaction.Placeholder;

    [Theory]
    [InlineData("gateway.auth.token")]
    [InlineData("gateway.auth.password")]
    [InlineData("models.providers.p.apiKey")]
    [InlineData("models.providers.p.headers.X-Anything")]
    [InlineData("channels.telegram.botToken")]
    [InlineData("channels.telegram.webhookSecret")]
    [InlineData("hooks.gmail.pushToken")]
    [InlineData("env.OPENAI_API_KEY")]
    [InlineData("env.vars.DB_PASS")]
    [InlineData("diagnostics.otel.headers.authorization")]
    public void Secrets_are_hidden_by_their_path(string path) => Assert.Equal(Hidden, Value(SecretRedaction.Redact(Nest(path, "s3cret")), path));

    [Theory]
    [InlineData("gateway.remote.url")]
    [InlineData("channels.telegram.tokenFile")]
    [InlineData("models.providers.p.models.compat.maxTokensField")]
    [InlineData("env.vars.HOME_DIR")]
    public void What_is_no_secret_stays(string path) => Assert.Equal("plain", Value(SecretRedaction.Redact(Nest(path, "plain")), path));

    [Fact]
    public void Numbers_and_references_are_not_secrets()
    {
        var config = JsonNode.Parse("""{"agents":{"defaults":{"contextTokens":5}},"gateway":{"auth":{"token":"${TOKEN}","password":"x${TOKEN}"}}}""")!;

        Assert.Equal(
            "{\"agents\":{\"defaults\":{\"contextTokens\":5}},\"gateway\":{\"auth\":{\"token\":\"${TOKEN}\",\"password\":\"" + Hidden + "\"}}}",
            SecretRedaction.Redact(config)!.ToJsonString());
    }

    [Fact]
    public void A_text_keeps_everything_but_its_secrets() =>
        Assert.Equal(
            $$"""
            // my config
            { gateway: { auth: { token: "{{Hidden}}" /* careful */ } }, list: ['a'] }
            """,
            SecretRedaction.RedactText("""
            // my config
            { gateway: { auth: { token: 's3cret' /* careful */ } }, list: ['a'] }
            """));

    [Theory]
    [InlineData("{\n  token: 's3cret',\n  port: \n")]
    [InlineData("{ \"apiKey\" : \"s3cret\" ")]
    [InlineData("{ password: s3cret }")]
    [InlineData("{ env: { MY_AUTH: 's3cret'")]
    [InlineData("{ token:\n  's3cret',\n")]
    [InlineData("{ token\n: 's3cret',\n")]
    [InlineData("{ headers: {\n a: 's3cret'\n")]
    [InlineData("{ token: 'a\\\ns3cret',\n")]
    public void A_broken_text_shows_no_secret_either(string text) => Assert.DoesNotContain("s3cret", SecretRedaction.RedactText(text));

    [Fact]
    public void A_placeholder_sent_back_is_the_value_again()
    {
        var original = (JsonObject)JsonNode.Parse("""{"gateway":{"auth":{"token":"t"}},"agents":{"list":[{"id":"a","memorySearch":{"remote":{"apiKey":"ka"}}},{"id":"b","memorySearch":{"remote":{"apiKey":"kb"}}}]}}""")!;
        var incoming = (JsonObject)SecretRedaction.Redact(original)!;
        var list = (JsonArray)incoming["agents"]!["list"]!;
        var first = list[0]!;
        list.RemoveAt(0);
        list.Add(first);

        var restored = SecretRedaction.Restore(incoming, [original], out var lost);

        Assert.Empty(lost);
        Assert.Equal("t", Value(restored, "gateway.auth.token"));
        Assert.Equal("""[{"id":"b","memorySearch":{"remote":{"apiKey":"kb"}}},{"id":"a","memorySearch":{"remote":{"apiKey":"ka"}}}]""", restored["agents"]!["list"]!.ToJsonString());
    }

    [Fact]
    public void A_placeholder_without_a_value_is_named()
    {
        var incoming = (JsonObject)Nest("models.providers.new.apiKey", Hidden);

        SecretRedaction.Restore(incoming, [new JsonObject()], out var lost);

        Assert.Equal(["models.providers.new.apiKey"], lost);
    }

    private static JsonNode Nest(string path, string value) =>
        path.Split('.').Reverse().Aggregate((JsonNode)JsonValue.Create(value), (inner, name) => new JsonObject { [name] = inner });

    private static string Value(JsonNode? node, string path) => path.Split('.').Aggregate(node, (n, name) => n![name])!.GetValue<string>();
}
