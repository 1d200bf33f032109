using System.Text.Json.Nodes;
using OpenClaw.Configuration.Paths;
using OpenClaw.Configuration.Writing;
using OpenClaw.Storage;

namespace OpenClaw.Configuration.Tests.Writing;

public class ConfigFileWriterTests
{
    private static readonly DateTimeOffset s_now = new(2026, 1, 30, 10, 20, 30, 400, TimeSpan.Zero);

    [Fact]
    public async Task A_write_keeps_comments_order_and_references_and_adds_only_the_stamp()
    {
        using var home = new ConfigHome("""
            // mine
            {
              gateway: {
                auth: { token: '${TOKEN}' }, // from the vault
                port: 1000,
              },
            }
            """, ("TOKEN", "s3cret"));

        var result = await Edit(home, c => c["gateway"]!["port"] = 2000);

        Assert.True(result.Ok, result.Message);
        Assert.Equal("""
            // mine
            {
              gateway: {
                auth: { token: '${TOKEN}' }, // from the vault
                port: 2000,
              },
              meta: {
                lastTouchedVersion: '2026.1.30',
                lastTouchedAt: '2026-01-30T10:20:30.400Z'
              },
            }
            """, home.Text);
        Assert.Equal("s3cret", result.Snapshot!.Config.Gateway.Auth.Token);
        Assert.Equal(2000, home.Load().Config.Gateway.Port);
        Assert.Equal(AtomicFile.OwnerOnly, File.GetUnixFileMode(home.Paths.ConfigFile));
    }

    [Fact]
    public async Task A_resolved_value_that_is_written_back_stays_a_reference()
    {
        using var home = new ConfigHome("{ gateway: { auth: { token: '${TOKEN}', password: '${TOKEN}' } } }", ("TOKEN", "s3cret"));

        await Edit(home, c =>
        {
            c["gateway"]!["auth"]!["token"] = "s3cret";
            c["gateway"]!["auth"]!["password"] = "changed";
        });

        Assert.Equal("${TOKEN}", home.Load().Parsed["gateway"]!["auth"]!["token"]!.GetValue<string>());
        Assert.Equal("changed", home.Load().Parsed["gateway"]!["auth"]!["password"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_change_to_nothing_touches_nothing()
    {
        using var home = new ConfigHome("{ logging: { level: 'info' } }");
        var before = home.Text;

        var result = await Edit(home, _ => { });

        Assert.True(result.Ok);
        Assert.False(result.Changed);
        Assert.Equal(before, home.Text);
    }

    [Fact]
    public async Task What_would_not_be_valid_is_not_written()
    {
        using var home = new ConfigHome("{ gateway: { port: 1 } }");

        var result = await Edit(home, c => c["gateway"]!["port"] = "x");

        Assert.Equal(ConfigWriteFailure.Invalid, result.Failure);
        Assert.Equal("Config validation failed: gateway.port: Invalid input: expected number, received string", result.Message);
        Assert.Equal("{ gateway: { port: 1 } }", home.Text);
        Assert.Empty(ConfigBackups.Files(home.Paths));
    }

    [Fact]
    public async Task A_change_based_on_other_content_is_a_conflict()
    {
        using var home = new ConfigHome("{ gateway: { port: 1 } }");
        var hash = home.Load().Hash;
        home.Text = "{ gateway: { port: 2 } }";

        var result = await Writer(home).WriteAsync(_ => ConfigEdit.To([]), hash, TestContext.Current.CancellationToken);

        Assert.Equal(ConfigWriteFailure.Conflict, result.Failure);
        Assert.Equal("{ gateway: { port: 2 } }", home.Text);
    }

    [Fact]
    public async Task A_save_by_an_editor_during_the_write_is_a_conflict()
    {
        using var home = new ConfigHome("{ gateway: { port: 1 } }");

        var result = await Writer(home).WriteAsync(
            _ =>
            {
                home.Text = "{ gateway: { port: 3 } }";
                return ConfigEdit.To(new JsonObject { ["gateway"] = new JsonObject { ["port"] = 2 } });
            },
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ConfigWriteFailure.Conflict, result.Failure);
        Assert.Equal("{ gateway: { port: 3 } }", home.Text);
    }

    [Fact]
    public async Task Losing_most_of_a_config_needs_to_be_meant()
    {
        using var home = new ConfigHome("{ gateway: {}, logging: {}, ui: {}, meta: {} }");
        Task<ConfigWriteResult> Write(bool force) => Writer(home).WriteAsync(
            _ => ConfigEdit.To(new JsonObject { ["ui"] = new JsonObject() }) with { Force = force }, cancellationToken: TestContext.Current.CancellationToken);

        var refused = await Write(force: false);
        Assert.Equal(ConfigWriteFailure.Shrinks, refused.Failure);
        Assert.Contains("gateway, logging", refused.Message);

        Assert.True((await Write(force: true)).Ok);
        Assert.Equal(["ui", "meta"], home.Load().Parsed.Select(p => p.Key));
    }

    [Fact]
    public async Task Five_generations_are_kept()
    {
        using var home = new ConfigHome("{ gateway: { port: 1 } }");
        for (var i = 2; i <= 8; i++)
            await Edit(home, c => c["gateway"]!["port"] = i);

        var ports = ConfigBackups.Files(home.Paths).Select(f => ConfigBackups.Read(f, home.Paths, home.Environment)!.Snapshot.Config.Gateway.Port);
        Assert.Equal([7, 6, 5, 4, 3], ports.Select(p => p!.Value));
        Assert.Equal(AtomicFile.OwnerOnly, File.GetUnixFileMode(home.Paths.ConfigFile + ".bak"));
    }

    [Fact]
    public async Task The_newest_good_backup_comes_back_exactly_as_it_was()
    {
        using var home = new ConfigHome("{ gateway: { port: 1 } } // first");
        await Edit(home, c => c["gateway"]!["port"] = 2);
        var good = home.Text;
        await Edit(home, c => c["gateway"]!["port"] = 3);
        File.WriteAllText(home.Paths.ConfigFile + ".bak.1", File.ReadAllText(home.Paths.ConfigFile + ".bak"));
        File.WriteAllText(home.Paths.ConfigFile + ".bak", "{ half");
        home.Text = "{ broken";

        Assert.Equal(home.Paths.ConfigFile + ".bak.1", ConfigBackups.NewestGood(home.Paths, home.Environment)!.Path);
        var result = await Writer(home).RestoreAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.Ok, result.Message);
        Assert.Equal(good, home.Text);
        Assert.Equal("{ broken", File.ReadAllText(home.Paths.ConfigFile + ".bak"));
    }

    [Fact]
    public async Task A_broken_backup_is_not_restored()
    {
        using var home = new ConfigHome("{}");
        File.WriteAllText(home.Paths.ConfigFile + ".bak", "{ half");

        var named = await Writer(home).RestoreAsync(home.Paths.ConfigFile + ".bak", TestContext.Current.CancellationToken);
        var newest = await Writer(home).RestoreAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ConfigWriteFailure.Invalid, named.Failure);
        Assert.Equal(ConfigWriteFailure.Refused, newest.Failure);
        Assert.Equal("{}", home.Text);
    }

    [Fact]
    public async Task Writers_at_the_same_time_lose_nothing()
    {
        using var home = new ConfigHome("{ env: { vars: {} } }");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () =>
        {
            var result = await Edit(home, c => c["env"]!["vars"]![$"V{i}"] = $"{i}");
            Assert.True(result.Ok, result.Message);
        })));

        Assert.Equal(20, home.Load().Parsed["env"]!["vars"]!.AsObject().Count);
    }

    [Fact]
    public async Task A_missing_file_is_created_with_its_directory()
    {
        using var home = new ConfigHome();
        Directory.Delete(home.Paths.StateDir);

        Assert.True((await Edit(home, c => c["gateway"] = new JsonObject { ["mode"] = "local" })).Ok);

        Assert.Equal("local", home.Load().Config.Gateway.Mode);
        Assert.Empty(ConfigBackups.Files(home.Paths));
    }

    [Fact]
    public async Task A_directory_that_cannot_be_written_is_an_answer_and_not_a_crash()
    {
        using var home = new ConfigHome();
        Directory.Delete(home.Paths.StateDir);
        File.WriteAllText(home.Paths.StateDir, "a file is in the way");

        var result = await Edit(home, c => c["ui"] = new JsonObject());

        Assert.False(result.Ok);
        Assert.Contains(home.Paths.ConfigFile, result.Message);
    }

    [Theory]
    [InlineData("gateway.port", "2000", "{\"gateway\":{\"port\":2000}}")]
    [InlineData("messages.responsePrefix", "hello there", "{\"messages\":{\"responsePrefix\":\"hello there\"}}")]
    [InlineData("agents.list[0].id", "main", "{\"agents\":{\"list\":[{\"id\":\"main\"}]}}")]
    [InlineData("agents.defaults.models[\"openai/gpt-5.2\"].alias", "g", "{\"agents\":{\"defaults\":{\"models\":{\"openai/gpt-5.2\":{\"alias\":\"g\"}}}}}")]
    [InlineData("gateway.trustedProxies", "['10.0.0.1']", "{\"gateway\":{\"trustedProxies\":[\"10.0.0.1\"]}}")]
    [InlineData("env.A\\.B", "x", "{\"env\":{\"A.B\":\"x\"}}")]
    public async Task A_value_is_set_by_its_path(string path, string value, string expected)
    {
        using var home = new ConfigHome("{}");
        Assert.True(ConfigPath.TryParse(path, out var parsed, out _));
        Assert.True(ConfigEdits.TryReadValue(value, strict: false, out var node, out _));

        var result = await Writer(home).WriteAsync(ConfigEdits.Set(parsed, node), cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.Ok, result.Message);
        var written = home.Load().Parsed;
        written.Remove("meta");
        Assert.Equal(expected, written.ToJsonString());
        Assert.True(parsed.TryGet(written, out _));
    }

    [Fact]
    public async Task A_value_is_removed_by_its_path_and_a_missing_one_is_told()
    {
        using var home = new ConfigHome("{ agents: { list: [{ id: 'a' }, { id: 'b' }] } }");
        Assert.True(ConfigPath.TryParse("agents.list[0]", out var path, out _));

        Assert.True((await Writer(home).WriteAsync(ConfigEdits.Unset(path), cancellationToken: TestContext.Current.CancellationToken)).Ok);
        Assert.Equal("b", Assert.Single(home.Load().Config.Agents.List).Id);

        Assert.True(ConfigPath.TryParse("agents.list[5]", out var missing, out _));
        var result = await Writer(home).WriteAsync(ConfigEdits.Unset(missing), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("Config path not found: agents.list[5]", result.Message);
    }

    [Theory]
    [InlineData("gateway.port.deeper", "holds a value")]
    [InlineData("agents.list[3].id", "has 0 items")]
    public async Task A_path_through_something_else_is_refused(string path, string reason)
    {
        using var home = new ConfigHome("{ gateway: { port: 1 }, agents: { list: [] } }");
        Assert.True(ConfigPath.TryParse(path, out var parsed, out _));

        var result = await Writer(home).WriteAsync(ConfigEdits.Set(parsed, "x"), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ConfigWriteFailure.Refused, result.Failure);
        Assert.Contains(reason, result.Message);
    }

    [Fact]
    public async Task A_broken_file_is_not_edited_into_an_empty_one()
    {
        using var home = new ConfigHome("{ gateway: ");
        Assert.True(ConfigPath.TryParse("ui.seamColor", out var path, out _));

        var result = await Writer(home).WriteAsync(ConfigEdits.Set(path, "#ffffff"), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(ConfigWriteFailure.Refused, result.Failure);
        Assert.Equal("{ gateway: ", home.Text);
    }

    private static ConfigFileWriter Writer(ConfigHome home) => new(home.Paths, home.Environment, new SystemClockWithFixedDate());

    private static Task<ConfigWriteResult> Edit(ConfigHome home, Action<JsonObject> change) => Writer(home).WriteAsync(
        current =>
        {
            var target = (JsonObject)current.Parsed.DeepClone();
            change(target);
            return ConfigEdit.To(target);
        },
        cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>A fixed date for the stamp, real timers for the wait on the lock.</summary>
    private sealed class SystemClockWithFixedDate : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => s_now;
    }
}
