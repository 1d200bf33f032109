using Microsoft.Data.Sqlite;
using OpenClaw.Agents.Memory;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Tests.Memory;

public class MemorySearchTests
{
    [Fact]
    public async Task Notes_are_found_by_their_words_with_place_and_score()
    {
        await using var bench = Bench();
        Note(bench, "MEMORY.md", "# Facts\n\nThe boat Maja lies at Kolding.\n");
        Note(bench, "memory/2026-01-30.md", "We decided to paint the hull green.\nThe painter comes on Monday.\n");
        using var memory = new MemorySearch(bench.Agents, TimeProvider.System);

        var result = await Tool(memory, bench, "memory_search").UseAsync(bench, """{"query":"which colour did we decide to paint the hull"}""");

        var hit = result.Details!.Value.GetProperty("results")[0];
        Assert.Equal("memory/2026-01-30.md", hit.GetProperty("path").GetString());
        Assert.Equal(1, hit.GetProperty("startLine").GetInt32());
        Assert.Equal(3, hit.GetProperty("endLine").GetInt32());
        Assert.Contains("hull green", hit.GetProperty("snippet").GetString());
        Assert.InRange(hit.GetProperty("score").GetDouble(), 0.35, 1);
        Assert.Equal("keyword", result.Field("provider"));
        Assert.Null(result.Field("fallback"));
    }

    [Fact]
    public async Task Better_places_score_higher_and_poor_ones_are_left_out()
    {
        await using var bench = Bench();
        Note(bench, "memory/both.md", "anchor chain anchor chain");
        Note(bench, "memory/one.md", "anchor and many other words about sails, ropes, wind, weather and harbours of the north");
        for (var i = 0; i < 20; i++)
            Note(bench, $"memory/other-{i}.md", $"nothing of the kind number {i}");
        using var memory = new MemorySearch(bench.Agents, TimeProvider.System);

        var (hits, _) = await memory.SearchAsync("main", "anchor chain", null, 0, TestContext.Current.CancellationToken);
        var (good, _) = await memory.SearchAsync("main", "anchor chain", null, 0.6, TestContext.Current.CancellationToken);

        Assert.Equal(["memory/both.md", "memory/one.md"], hits.Select(hit => hit.Path));
        Assert.Equal(1, hits[0].Score);
        Assert.InRange(hits[1].Score, 0.05, 0.6);
        Assert.Equal(["memory/both.md"], good.Select(hit => hit.Path));
    }

    [Theory]
    [InlineData("rødgrød", "Vi spiste rødgrød med fløde")]
    [InlineData("blåbær", "Blåbær vokser i skoven")]
    [InlineData("RØDGRØD", "vi spiste rødgrød")]
    [InlineData("cafe", "the café at the corner")]
    [InlineData("москва", "Поезд в Москва отходит утром")]
    [InlineData("naïve", "a naive plan")]
    public async Task Words_of_any_alphabet_stay_whole(string query, string note)
    {
        await using var bench = Bench();
        Note(bench, "MEMORY.md", note);
        Note(bench, "memory/other.md", "r d gr d bl b r");
        using var memory = new MemorySearch(bench.Agents, TimeProvider.System);

        var (hits, problem) = await memory.SearchAsync("main", query, null, null, TestContext.Current.CancellationToken);

        Assert.Null(problem);
        Assert.Equal("MEMORY.md", Assert.Single(hits).Path);
    }

    [Theory]
    [InlineData("\" OR 1=1 --")]
    [InlineData("NEAR(a b) AND NOT *")]
    [InlineData("a\"b' ; DROP TABLE chunks")]
    [InlineData("!!! ???")]
    [InlineData("text:anchor ^x")]
    public async Task A_question_is_never_a_statement(string query)
    {
        await using var bench = Bench();
        Note(bench, "MEMORY.md", "anchor");
        using var memory = new MemorySearch(bench.Agents, TimeProvider.System);

        var (_, problem) = await memory.SearchAsync("main", query, null, null, TestContext.Current.CancellationToken);
        var (hits, _) = await memory.SearchAsync("main", "anchor", null, null, TestContext.Current.CancellationToken);

        Assert.Null(problem);
        Assert.Single(hits);
    }

    [Fact]
    public async Task The_index_follows_the_files()
    {
        await using var bench = Bench();
        Note(bench, "memory/a.md", "first anchor");
        var path = Note(bench, "memory/b.md", "second anchor");
        using var memory = new MemorySearch(bench.Agents, TimeProvider.System);

        var (before, _) = await memory.SearchAsync("main", "anchor", null, 0, TestContext.Current.CancellationToken);
        File.Delete(path);
        Note(bench, "memory/a.md", "a longer text about something else entirely");
        Note(bench, "memory/c.md", "third anchor");
        var (after, _) = await memory.SearchAsync("main", "anchor", null, 0, TestContext.Current.CancellationToken);

        Assert.Equal(2, before.Count);
        Assert.Equal("memory/c.md", Assert.Single(after).Path);
    }

    [Fact]
    public async Task The_index_is_private_and_where_the_original_keeps_it()
    {
        await using var bench = Bench();
        Note(bench, "MEMORY.md", "anchor");
        using var memory = new MemorySearch(bench.Agents, TimeProvider.System);

        var (status, _) = await memory.IndexAsync("main", force: false, TestContext.Current.CancellationToken);

        Assert.Equal(Path.Combine(bench.Paths.StateDir, "memory", "main.sqlite"), status!.StorePath);
        Assert.Equal((1, 1, 1, false), (status.FilesOnDisk, status.Files, status.Chunks, status.IsStale));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(status.StorePath));
        using var database = new SqliteConnection($"Data Source={status.StorePath};Pooling=False");
        database.Open();
        var command = database.CreateCommand();
        command.CommandText = "SELECT value FROM meta WHERE key='memory_index_meta_v1'";
        Assert.Contains("\"chunkTokens\":400", (string)command.ExecuteScalar()!);
    }

    [Theory]
    [InlineData("this is not a database, it only looks like one in its name")]
    [InlineData("")]
    public async Task A_damaged_index_is_built_anew(string content)
    {
        await using var bench = Bench();
        Note(bench, "MEMORY.md", "anchor");
        Directory.CreateDirectory(Path.Combine(bench.Paths.StateDir, "memory"));
        await File.WriteAllTextAsync(Path.Combine(bench.Paths.StateDir, "memory", "main.sqlite"), content, TestContext.Current.CancellationToken);
        using var memory = new MemorySearch(bench.Agents, TimeProvider.System);

        var (hits, problem) = await memory.SearchAsync("main", "anchor", null, null, TestContext.Current.CancellationToken);

        Assert.Null(problem);
        Assert.Single(hits);
        Assert.Equal(["main.sqlite"], Directory.GetFiles(Path.Combine(bench.Paths.StateDir, "memory")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Another_cut_of_the_files_makes_another_index()
    {
        await using var bench = Bench();
        Note(bench, "MEMORY.md", string.Join('\n', Enumerable.Range(0, 200).Select(i => $"line {i} about anchors and chains")));
        using var memory = new MemorySearch(bench.Agents, TimeProvider.System);
        var (before, _) = await memory.IndexAsync("main", force: false, TestContext.Current.CancellationToken);

        bench.Configure("""{"agents":{"defaults":{"memorySearch":{"chunking":{"tokens":100,"overlap":10}}}}}""");
        var (stale, _) = await memory.StatusAsync("main", TestContext.Current.CancellationToken);
        var (after, _) = await memory.IndexAsync("main", force: false, TestContext.Current.CancellationToken);

        Assert.True(stale!.IsStale);
        Assert.True(after!.Chunks > before!.Chunks * 2);
    }

    [Fact]
    public async Task Extra_paths_of_an_agent_are_searched_too()
    {
        await using var bench = new Workbench("""{"agents":{"defaults":{"memorySearch":{"extraPaths":["~/notes"]}}}}""");
        var path = bench.Write("notes/deep/boats.md", "the anchor of the schooner");
        bench.Write("notes/deep/boats.txt", "the anchor of the schooner");
        using var memory = new MemorySearch(bench.Agents, TimeProvider.System);

        var (hits, _) = await memory.SearchAsync("main", "schooner", null, null, TestContext.Current.CancellationToken);
        var read = await Tool(memory, bench, "memory_get").UseAsync(bench, $$"""{"path":"{{path}}"}""");

        Assert.Equal(path, Assert.Single(hits).Path);
        Assert.Equal("the anchor of the schooner", read.Field("text"));
    }

    [Fact]
    public async Task Lines_of_a_memory_file_can_be_read()
    {
        await using var bench = Bench();
        Note(bench, "memory/x.md", "1\n2\n3\n4\n5\n");
        using var memory = new MemorySearch(bench.Agents, TimeProvider.System);

        var all = await Tool(memory, bench, "memory_get").UseAsync(bench, """{"path":"memory/x.md"}""");
        var some = await Tool(memory, bench, "memory_get").UseAsync(bench, """{"path":"memory/x.md","from":2,"lines":2}""");

        Assert.Equal("1\n2\n3\n4\n5\n", all.Field("text"));
        Assert.Equal("2\n3", some.Field("text"));
    }

    [Theory]
    [InlineData("../secret.md")]
    [InlineData("memory/../../secret.md")]
    [InlineData("/etc/passwd")]
    [InlineData("AGENTS.md")]
    [InlineData("memory/link.md")]
    [InlineData("memory/linked/secret.md")]
    [InlineData("memory/notes.txt")]
    [InlineData("memory")]
    [InlineData("memory/x.md\u0000.md")]
    public async Task GHSA_5xfq_5mr7_426q_nothing_but_memory_is_read(string path)
    {
        await using var bench = Bench();
        var workspace = bench.Agents.Workspace("main");
        Note(bench, "memory/x.md", "x");
        Note(bench, "memory/notes.txt", "text");
        Note(bench, "AGENTS.md", "agents");
        var outside = Directory.CreateDirectory(Path.Combine(workspace, "..", "outside")).FullName;
        await File.WriteAllTextAsync(Path.Combine(workspace, "..", "secret.md"), "secret", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(outside, "secret.md"), "secret", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Path.Combine(workspace, "memory", "link.md"), Path.Combine(outside, "secret.md"));
        Directory.CreateSymbolicLink(Path.Combine(workspace, "memory", "linked"), outside);
        using var memory = new MemorySearch(bench.Agents, TimeProvider.System);

        var result = await Tool(memory, bench, "memory_get").UseAsync(bench, $$"""{"path":{{System.Text.Json.JsonSerializer.Serialize(path)}}}""");
        var (hits, _) = await memory.SearchAsync("main", "secret", null, 0, TestContext.Current.CancellationToken);

        Assert.True(result.IsError);
        Assert.DoesNotContain("\"secret\"", result.Said());
        Assert.Empty(hits);
    }

    [Fact]
    public async Task The_tools_are_offered_unless_switched_off_and_touch_nothing_before_they_are_used()
    {
        await using var bench = Bench();
        using var memory = new MemorySearch(bench.Agents, TimeProvider.System);
        var tools = new MemoryTools(memory);

        Assert.Equal(["memory_search", "memory_get"], tools.Tools(ToolBench.Scene(bench)).Select(tool => tool.Definition.Name));
        Assert.False(Directory.Exists(Path.Combine(bench.Paths.StateDir, "memory")));
        bench.Configure("""{"agents":{"defaults":{"memorySearch":{"enabled":true}},"list":[{"id":"main","memorySearch":{"enabled":false}}]}}""");
        Assert.Empty(tools.Tools(ToolBench.Scene(bench)));
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_is_an_honest_answer()
    {
        await using var bench = new Workbench("""{"agents":{"defaults":{"memorySearch":{"store":{"path":"~/taken/main.sqlite"}}}}}""");
        bench.Write("taken", "a file where the folder should be");
        using var memory = new MemorySearch(bench.Agents, TimeProvider.System);

        var result = await Tool(memory, bench, "memory_search").UseAsync(bench, """{"query":"anchor"}""");

        Assert.False(result.IsError);
        Assert.Equal("true", result.Field("disabled"));
        Assert.Equal("[]", result.Field("results"));
    }

    private static Workbench Bench() => new();

    private static string Note(Workbench bench, string name, string text)
    {
        var path = Path.Combine(bench.Agents.Workspace("main"), name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private static ITool Tool(MemorySearch memory, Workbench bench, string name) =>
        new MemoryTools(memory).Tools(ToolBench.Scene(bench)).Single(tool => tool.Definition.Name == name);
}
