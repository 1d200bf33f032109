using System.Text.Json.Nodes;

namespace OpenClaw.Gateway.Tests.Http.OpenAi;

public class EmbeddingsTests
{
    private const string Path = "/v1/embeddings";
    private const string TwoVectors =
        """{"object":"list","data":[{"index":1,"embedding":[3,4]},{"index":0,"embedding":[1,2.5]}],"usage":{"prompt_tokens":5,"total_tokens":5}}""";

    private static async Task<Api> StartAsync()
    {
        var api = await Api.StartAsync(static e => e.AnswerAsync(200, TwoVectors));
        var raw = (JsonObject)JsonNode.Parse("""{"memorySearch":{"provider":"stub","model":"embed-1"}}""")!;
        api.Gateway.ChangeConfig(config => config with { Agents = config.Agents with { Defaults = config.Agents.Defaults with { Raw = raw } } });
        return api;
    }

    [Fact]
    public async Task Texts_become_vectors_in_their_order_with_the_tokens()
    {
        await using var api = await StartAsync();

        var (status, body) = await api.AskAsync(Path, """{"model":"openclaw","input":["one","two"]}""");

        Assert.Equal(200, status);
        Assert.Equal(
            """{"object":"list","data":[{"object":"embedding","index":0,"embedding":[1,2.5]},{"object":"embedding","index":1,"embedding":[3,4]}],"model":"openclaw","usage":{"prompt_tokens":5,"total_tokens":5}}""",
            body.ToJsonString());
        Assert.Equal("""{"model":"embed-1","input":["one","two"]}""", Sent(api, "model", "input"));
    }

    [Fact]
    public async Task Packed_vectors_are_little_endian_floats_in_base64()
    {
        await using var api = await StartAsync();

        var (_, body) = await api.AskAsync(Path, """{"model":"openclaw","input":["one","two"],"encoding_format":"base64"}""");

        Assert.Equal(Convert.ToBase64String([.. BitConverter.GetBytes(1f), .. BitConverter.GetBytes(2.5f)]), (string?)body["data"]![0]!["embedding"]);
    }

    [Theory]
    [InlineData("""{"model":"openclaw"}""", "input: a text or at most 2048 texts, none of them empty")]
    [InlineData("""{"model":"openclaw","input":[[1,2]]}""", "input: a text or at most 2048 texts, none of them empty")]
    [InlineData("""{"model":"openclaw","input":"x","encoding_format":"hex"}""", "encoding_format: float or base64")]
    [InlineData("""{"model":"openclaw/nobody","input":"x"}""", "Invalid `model`. Use `openclaw` or `openclaw/<agentId>`.")]
    public async Task A_bad_request_says_what_is_wrong(string request, string message)
    {
        await using var api = await StartAsync();

        var (status, body) = await api.AskAsync(Path, request);

        Assert.Equal((400, message), (status, (string?)body["error"]!["message"]));
        Assert.Empty(api.Model.Requests);
    }

    [Fact]
    public async Task Without_a_provider_the_setting_is_named()
    {
        await using var api = await Api.StartAsync();

        var (status, body) = await api.AskAsync(Path, """{"model":"openclaw","input":"x"}""");

        Assert.Equal(400, status);
        Assert.Contains("agents.defaults.memorySearch.provider", (string?)body["error"]!["message"], StringComparison.Ordinal);
    }

    private static string Sent(Api api, params string[] names)
    {
        var body = api.Model.Requests[0].Body;
        return new JsonObject(names.Select(name => KeyValuePair.Create(name, (JsonNode?)JsonNode.Parse(body.GetProperty(name).GetRawText())))).ToJsonString();
    }
}
