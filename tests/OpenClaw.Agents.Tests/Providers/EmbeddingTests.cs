using Microsoft.Extensions.Time.Testing;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Providers;
using OpenClaw.Agents.Tests.Support;

namespace OpenClaw.Agents.Tests.Providers;

public sealed class EmbeddingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ModelApis.OpenAiCompletions, "/embeddings", """{"data":[{"index":1,"embedding":[3,4]},{"index":0,"embedding":[1,2.5]}],"usage":{"prompt_tokens":5}}""",
        """{"model":"e","input":["a","b"],"encoding_format":"float","dimensions":2}""", 5)]
    [InlineData(ModelApis.GoogleGenerativeAi, "/models/e:batchEmbedContents", """{"embeddings":[{"values":[1,2.5]},{"values":[3,4]}]}""",
        """{"requests":[{"model":"models/e","content":{"parts":[{"text":"a"}]},"outputDimensionality":2},{"model":"models/e","content":{"parts":[{"text":"b"}]},"outputDimensionality":2}]}""", 0)]
    [InlineData(ModelApis.Ollama, "/api/embed", """{"embeddings":[[1,2.5],[3,4]],"prompt_eval_count":7}""", """{"model":"e","input":["a","b"],"dimensions":2}""", 7)]
    public async Task Texts_become_vectors_in_their_order(string api, string path, string answer, string body, long tokens)
    {
        await using var server = new ModelServer(e => e.AnswerAsync(200, answer));
        using var providers = new ModelProviders(TimeProvider.System);

        var result = await providers.EmbeddingsFor(api)!.EmbedAsync(Request(server.Url, 2), Ct);

        Assert.Null(result.Error);
        Assert.Equal([[1f, 2.5f], [3f, 4f]], result.Vectors);
        Assert.Equal(tokens, result.InputTokens);
        Assert.Equal(path, server.Requests[0].Path);
        Assert.Equal(body, server.Requests[0].Body.GetRawText());
    }

    [Fact]
    public async Task What_passes_is_tried_three_times_and_the_error_never_shows_the_key()
    {
        await using var server = new ModelServer(static e => e.AnswerAsync(503, """{"error":{"message":"busy for sk-embed-1234567"}}"""));
        var clock = new FakeTimeProvider();
        using var providers = new ModelProviders(clock);
        var work = providers.EmbeddingsFor(ModelApis.OpenAiCompletions)!.EmbedAsync(Request(server.Url, null), Ct);
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(20, Ct));
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        var error = (await work).Error!;
        Assert.Equal(ModelErrorKind.Unavailable, error.Kind);
        Assert.Equal(3, server.Requests.Count);
        Assert.DoesNotContain("sk-embed", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"data":[{"index":0,"embedding":[1]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1]},{"index":9,"embedding":[1]}]}""")]
    public async Task An_answer_that_does_not_fit_is_an_error(string answer)
    {
        await using var server = new ModelServer(e => e.AnswerAsync(200, answer));
        using var providers = new ModelProviders(TimeProvider.System);

        Assert.Equal(ModelErrorKind.Malformed, (await providers.EmbeddingsFor(ModelApis.OpenAiCompletions)!.EmbedAsync(Request(server.Url, null), Ct)).Error!.Kind);
    }

    private static EmbeddingRequest Request(string url, int? dimensions) => new()
    {
        BaseUrl = url,
        ApiKey = "sk-embed-1234567",
        Provider = "stub",
        Model = "e",
        Inputs = ["a", "b"],
        Dimensions = dimensions,
    };
}
