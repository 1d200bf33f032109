using System.Text.Json.Nodes;

namespace OpenClaw.Cli.Tests.Program;

public sealed class ModelsTests : IDisposable
{
    private readonly Installation _machine = new();

    private string ProfilesFile => Path.Combine(_machine.StateDir, "agents", "main", "agent", "auth-profiles.json");

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task A_model_is_chosen_with_fallbacks_and_aliases_and_comments_stay()
    {
        _machine.WriteConfig("{\n  // mine\n  agents: { defaults: { model: { primary: 'openai/gpt-5' } } },\n}\n");

        var set = await _machine.RunAsync("models", "set", "anthropic/claude-opus-4-5");
        await _machine.RunAsync("models", "aliases", "add", "best", "anthropic/claude-opus-4-5");
        await _machine.RunAsync("models", "fallbacks", "add", "openai/gpt-5-mini");
        await _machine.RunAsync("models", "set-image", "best");
        var status = Json(await _machine.RunAsync("models", "--status-json"));
        var text = await File.ReadAllTextAsync(_machine.ConfigFile, TestContext.Current.CancellationToken);

        Assert.Equal("Updated ~/.openclaw/openclaw.json\nDefault model: anthropic/claude-opus-4-5\n", set.Output);
        Assert.Contains("// mine", text, StringComparison.Ordinal);
        Assert.Equal("anthropic/claude-opus-4-5", (string?)status["resolvedDefault"]);
        Assert.Equal("openai/gpt-5-mini", (string?)status["fallbacks"]![0]);
        Assert.Equal("anthropic/claude-opus-4-5", (string?)status["imageModel"]);
        Assert.Equal("anthropic/claude-opus-4-5", (string?)status["aliases"]!["best"]);
        Assert.Equal(["anthropic", "openai"], status["auth"]!["missingProvidersInUse"]!.AsArray().Select(static one => (string?)one));
        Assert.Equal("openai/gpt-5-mini\n", (await _machine.RunAsync("models", "fallbacks", "list", "--plain")).Output);

        await _machine.RunAsync("models", "fallbacks", "remove", "openai/gpt-5-mini");
        Assert.Equal("No fallbacks.\n", (await _machine.RunAsync("models", "fallbacks", "list")).Output);
        Assert.Equal(0, (await _machine.RunAsync("models", "aliases", "remove", "best")).ExitCode);
        Assert.Equal(1, (await _machine.RunAsync("models", "aliases", "remove", "best")).ExitCode);
    }

    [Theory]
    [InlineData("set", "nonsense/")]
    [InlineData("fallbacks", "remove", "openai/gpt-5")]
    [InlineData("aliases", "add", "two words", "openai/gpt-5")]
    [InlineData("status", "--agent", "nobody")]
    public async Task A_mistake_is_named_and_changes_nothing(params string[] arguments)
    {
        const string config = "{ agents: { list: [{ id: 'main' }] } }";
        _machine.WriteConfig(config);

        var result = await _machine.RunAsync(["models", .. arguments]);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("error: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(config, await File.ReadAllTextAsync(_machine.ConfigFile, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Check_tells_missing_expiring_and_good_credentials_apart()
    {
        _machine.WriteConfig("{ agents: { defaults: { model: { primary: 'anthropic/claude-opus-4-5' } } } }");
        var now = DateTimeOffset.UtcNow;

        Assert.Equal(1, (await _machine.RunAsync("models", "status", "--check")).ExitCode);
        Write("\"key\":\"sk-ant-1234567890\",\"type\":\"api_key\"");
        Assert.Equal(0, (await _machine.RunAsync("models", "status", "--check")).ExitCode);
        Write($"\"token\":\"t-1234567890123456\",\"type\":\"token\",\"expires\":{now.AddHours(3).ToUnixTimeMilliseconds()}");
        Assert.Equal(2, (await _machine.RunAsync("models", "status", "--check")).ExitCode);
        Write($"\"token\":\"t-1234567890123456\",\"type\":\"token\",\"expires\":{now.AddHours(-3).ToUnixTimeMilliseconds()}");
        Assert.Equal(1, (await _machine.RunAsync("models", "status", "--check")).ExitCode);
    }

    [Fact]
    public async Task A_secret_is_shown_only_by_its_ends_and_the_order_of_profiles_can_be_set()
    {
        _machine.WriteConfig("{}");
        Directory.CreateDirectory(Path.GetDirectoryName(ProfilesFile)!);
        await File.WriteAllTextAsync(ProfilesFile, """
            {"version":1,"keep":true,"profiles":{"openai:a":{"type":"api_key","provider":"openai","key":"sk-aaaaSECRETaaaa"},"openai:b":{"type":"api_key","provider":"openai","key":"sk-bbbbSECRETbbbb"}}}
            """, TestContext.Current.CancellationToken);

        var set = await _machine.RunAsync("models", "auth", "order", "set", "--provider", "openai", "openai:b", "openai:a");
        var wrong = await _machine.RunAsync("models", "auth", "order", "set", "--provider", "openai", "openai:c");
        var status = await _machine.RunAsync("models", "status", "--json");
        var shown = await _machine.RunAsync("models", "status");

        Assert.Equal("Order override: openai:b, openai:a\n", set.Output);
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("sk-b…bbbb", status.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", status.Output + shown.Output, StringComparison.Ordinal);
        Assert.True((bool)JsonNode.Parse(await File.ReadAllTextAsync(ProfilesFile, TestContext.Current.CancellationToken))!["keep"]!);
    }

    [Fact]
    public async Task The_list_shows_configured_models_and_all_on_wish()
    {
        _machine.WriteConfig("{ agents: { defaults: { model: { primary: 'openai/gpt-5' }, models: { 'openai/gpt-5': { alias: 'five' } } } } }");

        var list = Json(await _machine.RunWithAsync([("OPENAI_API_KEY", "sk-1")], "models", "list", "--json"));
        var all = await _machine.RunAsync("models", "list", "--all", "--provider", "google", "--plain");

        Assert.Equal(1, (int)list["count"]!);
        Assert.Equal(
            """{"key":"openai/gpt-5","name":"GPT-5","input":"text+image","contextWindow":400000,"local":false,"available":true,"tags":["default","alias:five"],"missing":false}""",
            list["models"]![0]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Contains("google/gemini-2.5-pro\n", all.Output, StringComparison.Ordinal);
    }

    private void Write(string profile)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(ProfilesFile)!);
        File.WriteAllText(ProfilesFile, $$"""{"version":1,"profiles":{"anthropic:x":{"provider":"anthropic",{{profile}} } } }""");
    }

    private static JsonNode Json(ProgramResult result) => JsonNode.Parse(result.Output)!;
}
