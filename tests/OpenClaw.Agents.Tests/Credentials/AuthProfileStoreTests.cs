using System.Text.Json.Nodes;
using OpenClaw.Agents.Credentials;
using OpenClaw.Agents.Tests.Support;

namespace OpenClaw.Agents.Tests.Credentials;

public sealed class AuthProfileStoreTests
{
    private const string File = ".openclaw/agents/main/agent/auth-profiles.json";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_nobody_here_knows_survives_a_change()
    {
        await using var bench = new Workbench();
        var path = bench.Write(File, """
            {"version":1,"future":{"a":1},"profiles":{"openai:x":{"type":"api_key","provider":"openai","key":"sk-1","plan":"gold"}},
             "usageStats":{"openai:x":{"errorCount":2,"mood":"fine"}}}
            """);

        await bench.Keys.Profiles.UpdateAsync(path, static file =>
        {
            ProfileUsage.Succeeded((JsonObject)file.Change("usageStats")["openai:x"]!, DateTimeOffset.UnixEpoch);
            return true;
        }, Ct);

        var root = JsonNode.Parse(await System.IO.File.ReadAllTextAsync(path, Ct))!;
        Assert.Equal(1, (int)root["future"]!["a"]!);
        Assert.Equal("gold", (string?)root["profiles"]!["openai:x"]!["plan"]);
        Assert.Equal("fine", (string?)root["usageStats"]!["openai:x"]!["mood"]);
        Assert.Equal(0, (int)root["usageStats"]!["openai:x"]!["errorCount"]!);
        Assert.False(System.IO.File.Exists(path + ".lock"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(path));
    }

    [Theory]
    [InlineData("{ half")]
    [InlineData("[]")]
    [InlineData("""{"profiles":{},"profiles":{}}""")]
    public async Task A_file_that_cannot_be_understood_is_never_written_over(string text)
    {
        await using var bench = new Workbench();
        var path = bench.Write(File, text);

        await Assert.ThrowsAsync<InvalidDataException>(() => bench.Keys.Profiles.UpdateAsync(path, static _ => true, Ct));

        Assert.Equal(text, await System.IO.File.ReadAllTextAsync(path, Ct));
        Assert.Contains("auth-profiles.json", bench.Keys.Profiles.ProblemWith("main"), StringComparison.Ordinal);
        Assert.Null(bench.Keys.Find("main", "openai"));
    }

    [Fact]
    public async Task Changes_at_the_same_time_do_not_undo_each_other()
    {
        await using var bench = new Workbench();
        var path = bench.Keys.Profiles.OwnPath("main");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(
            () => bench.Keys.Profiles.UpdateAsync(path, file => file.Change("profiles").TryAdd($"p:{i}", new JsonObject { ["type"] = "api_key", ["provider"] = "p", ["key"] = "k" }), Ct), Ct)));

        Assert.Equal(20, bench.Keys.Profiles.Read("main").Profiles.Count());
    }

    [Fact]
    public async Task An_agent_without_a_file_uses_the_main_agents_and_one_with_a_file_only_its_own()
    {
        await using var bench = new Workbench();
        bench.Write(File, """{"version":1,"profiles":{"openai:x":{"type":"api_key","provider":"openai","key":"sk-main"}}}""");
        bench.Write(".openclaw/agents/ops/agent/auth-profiles.json", """{"version":1,"profiles":{"anthropic:x":{"type":"token","provider":"anthropic","token":"t"}}}""");

        Assert.Equal("sk-main", bench.Keys.Find("other", "openai")?.Value);
        Assert.Null(bench.Keys.Find("ops", "openai"));
        Assert.Equal("t", bench.Keys.Find("ops", "anthropic")?.Value);
    }

    [Fact]
    public async Task Older_files_are_merged_and_lose_against_the_new_one()
    {
        await using var bench = new Workbench();
        bench.Write(File, """{"version":1,"profiles":{"openai:default":{"type":"api_key","provider":"openai","key":"sk-new"}}}""");
        bench.Write(".openclaw/agents/main/agent/auth.json", """{"openai":{"key":"sk-old"},"groq":{"type":"api_key","key":"gsk"}}""");
        bench.Write(".openclaw/credentials/oauth.json", """{"anthropic":{"access":"at","refresh":"rt","expires":4102444800000}}""");

        Assert.Equal("sk-new", bench.Keys.Find("main", "openai")?.Value);
        Assert.Equal("groq:default", bench.Keys.Find("main", "groq")?.ProfileId);
        Assert.Equal("at", bench.Keys.Find("main", "anthropic")?.Value);
    }

    [Fact]
    public async Task An_expired_login_says_what_to_do_and_never_shows_itself()
    {
        await using var bench = new Workbench();
        bench.Write(File, """{"version":1,"profiles":{"anthropic:me":{"type":"oauth","provider":"anthropic","access":"sk-ant-oat01-secret","refresh":"rt-secret","expires":1000}}}""");

        var outcome = await bench.RunAsync("hi");
        var (_, problem) = bench.Keys.ForCall("main", bench.Catalog.Resolve(new("anthropic", "claude-opus-4-5"))!);

        Assert.Contains("demo", outcome.Text, StringComparison.Ordinal);
        Assert.Contains("anthropic:me has expired", problem, StringComparison.Ordinal);
        Assert.Contains("paste-token --provider anthropic", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem, StringComparison.Ordinal);
    }
}
