using OpenClaw.Storage;

namespace OpenClaw.Configuration.Tests.Loading;

public class ConfigLoaderTests
{
    [Fact]
    public void A_missing_file_is_a_valid_config_of_defaults()
    {
        using var home = new ConfigHome();
        var snapshot = home.Load();

        Assert.False(snapshot.Exists);
        Assert.True(snapshot.Valid);
        Assert.Null(snapshot.Raw);
        Assert.Equal(ContentHash.OfNothing, snapshot.Hash);
        Assert.Equal("loopback", snapshot.Config.Gateway.Bind);
        Assert.Equal(
            """{"commands":{"native":"auto","nativeSkills":"auto"},"messages":{"ackReactionScope":"group-mentions"},"agents":{"defaults":{"maxConcurrent":4,"subagents":{"maxConcurrent":8}}}}""",
            snapshot.Effective.ToJsonString());
    }

    [Fact]
    public void A_file_is_read_ordered_and_completed()
    {
        using var home = new ConfigHome("""
            // mine
            {
              gateway: { mode: 'local', port: 19000, auth: { token: 't' } },
              logging: { file: '~/gateway.log' },
            }
            """);
        var snapshot = home.Load();

        Assert.True(snapshot.Valid, string.Join('\n', snapshot.Issues));
        Assert.Equal(["logging", "commands", "gateway", "messages", "agents"], snapshot.Effective.Select(p => p.Key));
        Assert.Equal(["port", "mode", "auth"], snapshot.Effective["gateway"]!.AsObject().Select(p => p.Key));
        Assert.Equal(Path.Combine(home.Paths.Home, "gateway.log"), snapshot.Config.Logging.File);
        Assert.Equal("tools", snapshot.Effective["logging"]!["redactSensitive"]!.GetValue<string>());
        Assert.Equal(19000, snapshot.Config.Gateway.Port);
        Assert.Equal("t", snapshot.Config.Gateway.Auth.Token);
        Assert.Equal("~/gateway.log", snapshot.Parsed["logging"]!["file"]!.GetValue<string>());
        Assert.Equal(ContentHash.Of(home.Text), snapshot.Hash);
    }

    [Fact]
    public void Every_problem_is_reported_with_its_line_and_column_and_the_fix()
    {
        using var home = new ConfigHome("""
            {
              gateway: {
                prot: 1,
                port: 'abc',
                bind: 'lopback',
              },
              agents: { list: [ {}, { id: 'x', model: 5 } ] },
              loging: {},
            }
            """);
        var snapshot = home.Load();

        Assert.False(snapshot.Valid);
        Assert.Equal(
            [
                "openclaw.json:7:21 agents.list[0].id: is required: a string",
                "openclaw.json:7:36 agents.list[1].model: must be a string or an object",
                "openclaw.json:4:5 gateway.port: must be an integer between 1 and 65535",
                "openclaw.json:5:5 gateway.bind: must be one of \"auto\", \"lan\", \"loopback\", \"custom\", \"tailnet\"; did you mean \"loopback\"?",
                "openclaw.json:3:5 gateway.prot: unknown key; did you mean \"port\"?",
                "openclaw.json:8:3 loging: unknown key; did you mean \"logging\"?",
            ],
            snapshot.Issues.Select(i => i.ToString()));
        Assert.Equal(snapshot.Parsed.ToJsonString(), snapshot.Effective.ToJsonString());
    }

    [Theory]
    [InlineData("{\"gateway\":{\"port\":\"abc\"}}", "gateway.port", "Invalid input: expected number, received string")]
    [InlineData("{\"noSuchKey\":1}", "", "Unrecognized key: \"noSuchKey\"")]
    [InlineData("{\"gateway\":{\"bind\":\"mars\"}}", "gateway.bind", "Invalid input")]
    [InlineData("{\"gateway\":{\"port\":1.5}}", "gateway.port", "Invalid input: expected int, received number")]
    [InlineData("{\"gateway\":{\"port\":NaN}}", "gateway.port", "Invalid input: expected number, received null")]
    [InlineData("{\"tools\":{\"exec\":{\"ask\":\"no\"}}}", "tools.exec.ask", "Invalid option: expected one of \"off\"|\"on-miss\"|\"always\"")]
    public void The_wire_wording_is_that_of_the_original(string text, string path, string message)
    {
        using var home = new ConfigHome(text);

        Assert.Equal((path, message), home.Load().Issues.Select(i => (i.Path, i.Message)).Single());
    }

    [Fact]
    public void Broken_json5_is_one_issue_with_its_place()
    {
        using var home = new ConfigHome("{\n  gateway: {\n");
        var snapshot = home.Load();

        Assert.False(snapshot.Valid);
        Assert.Equal("openclaw.json:3:1 invalid end of input", Assert.Single(snapshot.Issues).ToString());
        Assert.NotNull(snapshot.Hash);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("null")]
    public void A_file_that_is_no_object_is_refused(string text)
    {
        using var home = new ConfigHome(text);

        Assert.Equal("openclaw.json:1:1 the file must hold an object", Assert.Single(home.Load().Issues).ToString());
    }

    [Fact]
    public void Environment_references_are_replaced_and_the_literal_form_stays()
    {
        using var home = new ConfigHome(
            "{ env: { vars: { FROM_FILE: 'f' }, DIRECT: 'd' }, messages: { responsePrefix: '${FROM_FILE}-${DIRECT}-${OUTSIDE}-$${FROM_FILE}-${lower}' } }",
            ("OUTSIDE", "o"), ("DIRECT", "kept"));
        var snapshot = home.Load();

        Assert.True(snapshot.Valid, string.Join('\n', snapshot.Issues));
        Assert.Equal("f-kept-o-${FROM_FILE}-${lower}", snapshot.Config.Messages.ResponsePrefix);
        Assert.Equal("f", snapshot.Environment["FROM_FILE"]);
        Assert.Null(home.Environment["FROM_FILE"]);
    }

    [Fact]
    public void Every_variable_that_is_not_set_is_named_with_its_place()
    {
        using var home = new ConfigHome("{\n  gateway: { auth: { token: '${GONE}' } },\n  bindings: [ { agentId: '${ALSO}', match: { channel: 'x' } } ],\n}");
        var issues = home.Load().Issues;

        Assert.Equal(
            ["environment variable \"GONE\" is not set; gateway.auth.token refers to it", "environment variable \"ALSO\" is not set; bindings[0].agentId refers to it"],
            issues.Select(i => i.Message));
        Assert.Equal((2, 22), (issues[0].Line!.Value, issues[0].Column!.Value));
        Assert.Contains("set it", issues[0].ToString());
    }

    [Fact]
    public void Included_files_merge_under_the_keys_beside_them()
    {
        using var home = new ConfigHome("{ $include: ['a.json5', 'b.json5'], logging: { level: 'debug' }, gateway: { $include: 'gateway.json5' } }");
        home["a.json5"] = "{ logging: { level: 'info', file: '/a' }, bindings: [{ agentId: 'a', match: { channel: 'telegram' } }] }";
        home["b.json5"] = "{ logging: { file: '/b' }, bindings: [{ agentId: 'b', match: { channel: 'telegram' } }] }";
        home["gateway.json5"] = "{ port: 4242 }";
        var snapshot = home.Load();

        Assert.True(snapshot.Valid, string.Join('\n', snapshot.Issues));
        Assert.Equal(("debug", "/b"), (snapshot.Config.Logging.Level, snapshot.Config.Logging.File));
        Assert.Equal(["a", "b"], snapshot.Config.Bindings.Select(b => b.AgentId));
        Assert.Equal(4242, snapshot.Config.Gateway.Port);
        Assert.Equal(4, snapshot.Files.Count);
    }

    [Fact]
    public void A_problem_in_an_included_file_is_located_there()
    {
        using var home = new ConfigHome("{ gateway: { $include: 'gateway.json5' } }");
        home["gateway.json5"] = "{\n  port: 'x',\n}";

        Assert.Equal("gateway.json5:2:3 gateway.port: must be an integer between 1 and 65535", Assert.Single(home.Load().Issues).ToString());
    }

    [Fact]
    public void A_circle_of_includes_is_named()
    {
        using var home = new ConfigHome("{ $include: 'a.json5' }");
        home["a.json5"] = "{ $include: 'b.json5' }";
        home["b.json5"] = "{ $include: 'a.json5' }";
        var directory = home.Paths.StateDir;

        var issue = Assert.Single(home.Load().Issues);
        Assert.Contains($"{directory}/openclaw.json -> {directory}/a.json5 -> {directory}/b.json5 -> {directory}/a.json5", issue.Message);
        Assert.Equal("", issue.Path);
    }

    [Fact]
    public void Includes_nest_ten_deep_and_no_deeper()
    {
        using var home = new ConfigHome("{ $include: '1.json5' }");
        for (var i = 1; i <= 10; i++)
            home[$"{i}.json5"] = i == 10 ? "{ logging: { level: 'warn' } }" : $"{{ $include: '{i + 1}.json5' }}";
        Assert.Equal("warn", home.Load().Config.Logging.Level);

        home["10.json5"] = "{ $include: '11.json5' }";
        home["11.json5"] = "{}";
        Assert.Contains("nested deeper than 10 levels", Assert.Single(home.Load().Issues).Message);
    }

    [Fact]
    public void Lists_that_include_lists_of_files_do_not_multiply_without_bound()
    {
        var names = string.Join(',', Enumerable.Range(0, 20).Select(_ => "'n.json5'"));
        using var home = new ConfigHome($"{{ $include: [{names}] }}");
        home["n.json5"] = "{ $include: [" + string.Join(',', Enumerable.Range(0, 20).Select(_ => "'m.json5'")) + "] }";
        home["m.json5"] = "{ $include: [" + string.Join(',', Enumerable.Range(0, 20).Select(_ => "'o.json5'")) + "] }";
        home["o.json5"] = "{}";

        Assert.Contains(home.Load().Issues, i => i.Message.Contains("more than 256 files"));
    }

    [Theory]
    [InlineData("{ $include: 'none.json5' }", "no such file")]
    [InlineData("{ $include: 5 }", "must be a file name")]
    [InlineData("{ $include: [] }", "must be a file name")]
    [InlineData("{ $include: 'list.json5', logging: {} }", "must hold an object")]
    [InlineData("{ $include: 'broken.json5' }", "JSON5: invalid end of input at 1:2")]
    public void An_include_that_cannot_work_says_why(string text, string reason)
    {
        using var home = new ConfigHome(text);
        home["list.json5"] = "[1]";
        home["broken.json5"] = "{";

        Assert.Contains(reason, Assert.Single(home.Load().Issues).Message);
    }

    [Fact]
    public void Keys_of_older_releases_are_reported_alone_with_where_they_went()
    {
        using var home = new ConfigHome("{\n telegram: {},\n gateway: { token: 't', port: 'x' },\n bindings: [{ agentId: 'a', match: { provider: 'telegram' } }] }");
        var snapshot = home.Load();

        Assert.Equal(["telegram", "gateway.token", "bindings.0.match.provider"], snapshot.LegacyIssues.Select(i => i.Path));
        Assert.Equal(snapshot.LegacyIssues, snapshot.Issues);
        Assert.Equal(2, snapshot.Issues[0].Line);
        Assert.Contains("gateway.auth.token", snapshot.Issues[1].Message);
    }

    [Fact]
    public void A_key_that_stands_twice_is_a_warning()
    {
        using var home = new ConfigHome("{ logging: { level: 'info',\n level: 'warn' } }");
        var snapshot = home.Load();

        Assert.Equal("warn", snapshot.Config.Logging.Level);
        Assert.Equal("openclaw.json:2:2 logging.level: duplicate key; the last one is used", Assert.Single(snapshot.Warnings).ToString());
    }

    [Fact]
    public void The_main_session_key_cannot_be_changed()
    {
        using var home = new ConfigHome("{ session: { mainKey: 'other' } }");
        var snapshot = home.Load();

        Assert.Equal("main", snapshot.Config.Session.MainKey);
        Assert.Single(snapshot.Warnings);
    }

    [Fact]
    public void A_config_of_a_newer_program_is_a_warning()
    {
        using var home = new ConfigHome("{ meta: { lastTouchedVersion: '2999.1.1' } }");

        Assert.Contains("2999.1.1", Assert.Single(home.Load().Warnings).Message);
    }

    [Fact]
    public void Models_are_completed_and_known_ones_get_their_alias()
    {
        using var home = new ConfigHome("""
            { models: { providers: { p: { baseUrl: 'http://x', models: [ { id: 'm', name: 'M', contextWindow: 4000 } ] } } },
              agents: { defaults: { models: { 'anthropic/claude-opus-4-5': {}, 'p/m': {} } } } }
            """);
        var config = home.Load().Config;

        Assert.Equal(4000, config.Models.Providers["p"].Models[0].MaxTokens);
        Assert.Equal(["text"], config.Models.Providers["p"].Models[0].Input);
        Assert.Equal("opus", config.Agents.Defaults.Models["anthropic/claude-opus-4-5"].Alias);
        Assert.Null(config.Agents.Defaults.Models["p/m"].Alias);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_not_an_empty_one()
    {
        using var home = new ConfigHome();
        Directory.CreateDirectory(home.Paths.ConfigFile);
        File.WriteAllBytes(Path.Combine(home.Paths.StateDir, "big.json5"), new byte[9 * 1024 * 1024]);
        using var large = new ConfigHome("{ $include: '" + Path.Combine(home.Paths.StateDir, "big.json5") + "' }");

        Assert.Contains("larger than 8 MB", Assert.Single(large.Load().Issues).Message);
    }

    [Fact]
    public void A_bomb_of_brackets_is_refused()
    {
        using var home = new ConfigHome(string.Concat(Enumerable.Repeat("{a:", 33_000)));

        Assert.Contains("nesting deeper", Assert.Single(home.Load().Issues).ToString());
    }

    [Fact]
    public void The_recorded_config_of_the_original_reads_as_the_original_read_it()
    {
        using var home = new ConfigHome("""
            {"gateway":{"mode":"local","port":18000,"auth":{"mode":"token","token":"t"},"http":{"endpoints":{"chatCompletions":{"enabled":true},"responses":{"enabled":true}}}},
             "logging":{"file":"/h/gateway.log"},"update":{"checkOnStart":false},"hooks":{"enabled":true,"token":"hook","path":"/hooks"},
             "canvasHost":{"enabled":true,"port":26374},"browser":{"enabled":false},
             "agents":{"defaults":{"workspace":"/w","skipBootstrap":true,"model":{"primary":"stub/stub-1"},"models":{"stub/stub-1":{}}}},
             "models":{"mode":"replace","providers":{"stub":{"baseUrl":"http://127.0.0.1:1/v1","apiKey":"k","api":"openai-completions","models":[{"id":"stub-1","name":"Stub One","reasoning":false,"input":["text"],"cost":{"input":0,"output":0,"cacheRead":0,"cacheWrite":0},"contextWindow":128000,"maxTokens":8000}]}}},
             "commands":{"restart":true}}
            """);

        Assert.Equal(
            """{"logging":{"file":"/h/gateway.log","redactSensitive":"tools"},"update":{"checkOnStart":false},"browser":{"enabled":false},"models":{"mode":"replace","providers":{"stub":{"baseUrl":"http://127.0.0.1:1/v1","apiKey":"k","api":"openai-completions","models":[{"id":"stub-1","name":"Stub One","reasoning":false,"input":["text"],"cost":{"input":0,"output":0,"cacheRead":0,"cacheWrite":0},"contextWindow":128000,"maxTokens":8000}]}}},"agents":{"defaults":{"model":{"primary":"stub/stub-1"},"models":{"stub/stub-1":{}},"workspace":"/w","skipBootstrap":true,"maxConcurrent":4,"subagents":{"maxConcurrent":8}}},"commands":{"native":"auto","nativeSkills":"auto","restart":true},"hooks":{"enabled":true,"path":"/hooks","token":"hook"},"canvasHost":{"enabled":true,"port":26374},"gateway":{"port":18000,"mode":"local","auth":{"mode":"token","token":"t"},"http":{"endpoints":{"chatCompletions":{"enabled":true},"responses":{"enabled":true}}}},"messages":{"ackReactionScope":"group-mentions"}}""",
            home.Load().Effective.ToJsonString());
    }
}
