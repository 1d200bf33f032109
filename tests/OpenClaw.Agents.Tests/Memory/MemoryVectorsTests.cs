using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpenClaw.Agents.Memory;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Tests.Support;

namespace OpenClaw.Agents.Tests.Memory;

public sealed class MemoryVectorsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_meant_is_found_though_no_word_of_it_stands_there()
    {
        await using var server = new ModelServer(EmbedAsync);
        await using var bench = new Workbench(Config(server));
        Note(bench, "memory/boat.md", "The boat lies at Kolding");
        Note(bench, "memory/cake.md", "The cake was too sweet");
        using var memory = Memory(bench);

        var tool = new MemoryTools(memory).Tools(ToolBench.Scene(bench)).First();
        var result = await tool.UseAsync(bench, """{"query":"where is our vessel"}""");

        var hit = Assert.Single(result.Details!.Value.GetProperty("results").EnumerateArray());
        Assert.Equal("memory/boat.md", hit.GetProperty("path").GetString());
        Assert.Equal(0.7, hit.GetProperty("score").GetDouble(), 3);
        Assert.Equal(("openai", "text-embedding-3-small", null), (result.Field("provider"), result.Field("model"), result.Field("fallback")));
        Assert.All(server.Requests, static request => Assert.Equal("Bearer sk-memory-1234", request.Headers["Authorization"]));
    }

    [Fact]
    public async Task Words_add_their_part_of_the_score()
    {
        await using var server = new ModelServer(EmbedAsync);
        await using var bench = new Workbench(Config(server));
        Note(bench, "memory/a.md", "The boat lies at Kolding");
        Note(bench, "memory/b.md", "The boat was painted");
        using var memory = Memory(bench);

        var (hits, _) = await memory.SearchAsync("main", "boat Kolding", null, null, Ct);

        Assert.Equal(["memory/a.md", "memory/b.md"], hits.Select(static hit => hit.Path));
        Assert.Equal(1, hits[0].Score, 3);
        Assert.InRange(hits[1].Score, 0.7, 0.95);
    }

    [Fact]
    public async Task A_vector_is_made_once_also_when_the_index_is_built_anew()
    {
        await using var server = new ModelServer(EmbedAsync);
        await using var bench = new Workbench(Config(server));
        Note(bench, "memory/a.md", "The boat lies at Kolding");
        using var memory = Memory(bench);

        await memory.IndexAsync("main", force: false, Ct);
        await memory.IndexAsync("main", force: true, Ct);
        Note(bench, "memory/moved.md", "The boat lies at Kolding");
        var (status, _) = await memory.IndexAsync("main", force: false, Ct);

        Assert.Single(server.Requests);
        Assert.Equal((2, "openai", null), (status!.Chunks, status.Provider, status.Missing));
        Assert.Equal(["[1,0]", "[1,0]"], Column(status.StorePath, "SELECT embedding FROM chunks"));
        Assert.Equal(["openai/text-embedding-3-small/2"], Column(status.StorePath, "SELECT provider || '/' || model || '/' || dims FROM embedding_cache"));
    }

    [Fact]
    public async Task Another_model_makes_another_index()
    {
        await using var server = new ModelServer(EmbedAsync);
        await using var bench = new Workbench(Config(server));
        Note(bench, "memory/a.md", "The boat lies at Kolding");
        using var memory = Memory(bench);
        await memory.IndexAsync("main", force: false, Ct);

        bench.Configure(Config(server, ""","model":"text-embedding-3-large" """));
        var (before, _) = await memory.StatusAsync("main", Ct);
        var (after, _) = await memory.IndexAsync("main", force: false, Ct);

        Assert.True(before!.IsStale);
        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(["text-embedding-3-large"], Column(after!.StorePath, "SELECT model FROM chunks"));
        Assert.Equal(2, Column(after.StorePath, "SELECT hash FROM embedding_cache").Count);
    }

    [Fact]
    public async Task When_vectors_cannot_be_had_words_do_and_the_reason_is_told()
    {
        await using var server = new ModelServer(static e => e.AnswerAsync(401, """{"error":{"message":"no such key"}}"""));
        await using var bench = new Workbench(Config(server));
        Note(bench, "memory/a.md", "The boat lies at Kolding");
        using var memory = Memory(bench);

        var tool = new MemoryTools(memory).Tools(ToolBench.Scene(bench)).First();
        var result = await tool.UseAsync(bench, """{"query":"boat"}""");

        Assert.Single(result.Details!.Value.GetProperty("results").EnumerateArray());
        Assert.Equal("keyword", result.Field("provider"));
        var fallback = result.Details!.Value.GetProperty("fallback");
        Assert.Equal("openai", fallback.GetProperty("from").GetString());
        Assert.Contains("401", fallback.GetProperty("reason").GetString());
        Assert.DoesNotContain("sk-memory", fallback.GetRawText());
    }

    [Fact]
    public async Task Without_a_key_nobody_is_asked_and_a_named_provider_is_told_to_be_missing()
    {
        await using var bench = new Workbench("""{"agents":{"defaults":{"memorySearch":{"provider":"local"}}}}""");
        Note(bench, "memory/a.md", "The boat lies at Kolding");
        using var memory = Memory(bench);

        var named = await memory.SearchAsync("main", "boat", null, null, Ct);
        bench.Configure("{}");
        var automatic = await memory.SearchAsync("main", "boat", null, null, Ct);

        Assert.Single(named.Hits);
        Assert.Equal("local", named.Wanted);
        Assert.Contains("\"local\" is not available", named.Reason);
        Assert.Single(automatic.Hits);
        Assert.Null(automatic.Wanted);
    }

    [Fact]
    public async Task Long_memories_are_sent_in_batches_that_servers_take_and_a_failed_one_is_made_later()
    {
        var works = false;
        await using var server = new ModelServer(e => Volatile.Read(ref works) ? EmbedAsync(e) : e.AnswerAsync(400, "{}"));
        await using var bench = new Workbench(Config(server));
        Note(bench, "memory/long.md", string.Join('\n', Enumerable.Range(0, 4000).Select(static i => $"line {i} about boats and the wide sea around them")));
        using var memory = Memory(bench);

        var (without, _) = await memory.IndexAsync("main", force: false, Ct);
        Volatile.Write(ref works, true);
        var (with, _) = await memory.IndexAsync("main", force: false, Ct);

        Assert.NotNull(without!.Missing);
        Assert.Null(with!.Missing);
        Assert.Equal(with.Chunks, Column(with.StorePath, "SELECT id FROM chunks WHERE embedding <> '[]'").Count);
        Assert.InRange(server.Peak, 1, 4);
        Assert.All(server.Requests, static request => Assert.InRange(Inputs(request).Sum(static text => text.Length / 4), 1, 8000));
    }

    [Theory]
    [InlineData("[1,0]", 1.0)]
    [InlineData("[0,1]", 0.0)]
    [InlineData("[3,4]", 0.6)]
    [InlineData("[]", null)]
    [InlineData("[1]", null)]
    [InlineData("[1,0,0]", null)]
    [InlineData("[1,x]", null)]
    [InlineData("[0,0]", null)]
    public void A_stored_vector_is_compared_only_with_one_of_its_kind(string stored, double? near) =>
        Assert.Equal(near, VectorText.Cosine([1, 0], stored) is { } cosine ? Math.Round(cosine, 6) : null);

    private static string Config(ModelServer server, string extra = "") => $$"""
        {"agents":{"defaults":{"memorySearch":{"provider":"openai","remote":{"baseUrl":"{{server.Url}}","apiKey":"sk-memory-1234"}{{extra}} } } } }
        """;

    private static MemorySearch Memory(Workbench bench) => new(
        bench.Agents, bench.Time, new MemoryVectors(new EmbeddingSelection(bench.Agents, bench.Keys, bench.Catalog), bench.Providers, bench.Time));

    private static IEnumerable<string> Inputs(ModelExchange request) => request.Body.GetProperty("input").EnumerateArray().Select(static text => text.GetString()!);

    /// <summary>Boats and vessels are one thing, all else is another.</summary>
    private static Task EmbedAsync(ModelExchange exchange) => exchange.AnswerAsync(200, JsonSerializer.Serialize(new
    {
        data = Inputs(exchange).Select(static (text, index) => new
        {
            index,
            embedding = text.Contains("boat", StringComparison.Ordinal) || text.Contains("vessel", StringComparison.Ordinal) ? new[] { 1, 0 } : [0, 1],
        }),
    }));

    private static void Note(Workbench bench, string name, string text)
    {
        var path = Path.Combine(bench.Agents.Workspace("main"), name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static List<string> Column(string path, string sql)
    {
        using var database = new SqliteConnection($"Data Source={path};Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
            values.Add(reader.GetString(0));
        return values;
    }
}
