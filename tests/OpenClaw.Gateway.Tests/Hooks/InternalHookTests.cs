using System.Text.Json.Nodes;
using OpenClaw.Agents.Hooks;
using OpenClaw.Configuration.Model;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Hooks;

/// <summary>Scripts run in a real Node; without one the hook is left out and the log says so.</summary>
public sealed class InternalHookTests
{
    private const string Description = """
        ---
        name: hello
        description: Says hello
        metadata: { "openclaw": { "emoji": "x", "events": ["command:new"], "requires": { "env": ["GREETING"] } } }
        ---
        # Hello
        """;

    private const string Script = """
        export default async (event) => { console.log('noise'); event.messages.push(`${process.env.GREETING} ${event.action} ${event.sessionKey} ${process.env.HOME ? 'home' : ''}${process.env.OPENCLAW_STATE_DIR ?? ''}`); };
        """;

    [Fact]
    public async Task A_hook_runs_only_when_the_configuration_names_it_and_gets_no_more_than_its_own_variables()
    {
        await using var gateway = await TestGateway.StartAsync();
        var folder = Directory.CreateDirectory(Path.Combine(gateway.Paths.StateDir, "hooks", "hello")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "HOOK.md"), Description, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "handler.mjs"), Script, TestContext.Current.CancellationToken);
        var hooks = gateway.Parts.Automation.Hooks;
        var happened = new HookEvent("command", "new", "agent:main:main", []);

        Assert.Empty(await hooks.EmitAsync(happened, TestContext.Current.CancellationToken));
        Enable(gateway, "other");
        Assert.Empty(await hooks.EmitAsync(happened, TestContext.Current.CancellationToken));
        Enable(gateway, "hello");
        Assert.Empty(await hooks.EmitAsync(happened with { Action = "stop" }, TestContext.Current.CancellationToken));

        var said = await hooks.EmitAsync(happened, TestContext.Current.CancellationToken);
        Assert.SkipWhen(gateway.Log.Lines.Any(static line => line.Text.Contains("Node is not installed", StringComparison.Ordinal)), "no Node on this machine");
        Assert.StartsWith("hi new agent:main:main", Assert.Single(said), StringComparison.Ordinal);
        Assert.DoesNotContain("state", said[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_built_in_ones_log_commands_and_keep_the_end_of_a_conversation()
    {
        await using var gateway = await TestGateway.StartAsync();
        var workspace = gateway.Parts.Conversations.Agents.Workspace("main");
        Enable(gateway, "command-logger", "session-memory");
        var sessions = Directory.CreateDirectory(Path.Combine(gateway.Paths.AgentsDir, "main", "sessions")).FullName;
        await File.WriteAllLinesAsync(
            Path.Combine(sessions, "s-1.jsonl"),
            [
                """{"type":"session","version":3,"id":"s-1","timestamp":"2026-01-05T08:00:00.000Z","cwd":"/"}""",
                """{"type":"message","id":"a","parentId":null,"timestamp":"2026-01-05T08:00:00.000Z","message":{"role":"user","content":[{"type":"text","text":"buy milk"}],"timestamp":1}}""",
            ],
            TestContext.Current.CancellationToken);

        await gateway.Parts.Automation.Hooks.EmitAsync(
            new HookEvent("command", "new", "agent:main:main", new JsonObject { ["sessionId"] = "s-1", ["senderId"] = "me" }), TestContext.Current.CancellationToken);

        var line = JsonNode.Parse((await File.ReadAllLinesAsync(Path.Combine(gateway.Paths.StateDir, "logs", "commands.log"), TestContext.Current.CancellationToken))[0])!;
        Assert.Equal(("new", "agent:main:main", "me"), ((string?)line["action"], (string?)line["sessionKey"], (string?)line["senderId"]));
        var kept = Assert.Single(Directory.GetFiles(Path.Combine(workspace, "memory")));
        Assert.Contains("user: buy milk", await File.ReadAllTextAsync(kept, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_replaces_the_files_of_a_prompt_and_one_that_is_cut_off_leaves_them()
    {
        await using var gateway = await TestGateway.StartAsync();
        var folder = Directory.CreateDirectory(Path.Combine(gateway.Paths.StateDir, "hooks", "hello")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "HOOK.md"), Description.Replace("command:new", "agent:bootstrap", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "handler.mjs"),
            "export default (event) => { event.context.bootstrapFiles = event.context.bootstrapFiles.filter((file) => file.name !== 'USER.md'); };",
            TestContext.Current.CancellationToken);
        Enable(gateway, "hello");
        var hooks = gateway.Parts.Automation.Hooks;
        Assert.True(hooks.Listens("agent", "bootstrap"));
        Assert.False(hooks.Listens("command", "new"));
        var cut = Files();
        using (var over = new CancellationTokenSource())
        {
            await over.CancelAsync();
            Assert.Empty(await hooks.EmitAsync(cut, over.Token));
        }

        var happened = Files();
        await hooks.EmitAsync(happened, TestContext.Current.CancellationToken);

        Assert.SkipWhen(gateway.Log.Lines.Any(static line => line.Text.Contains("Node is not installed", StringComparison.Ordinal)), "no Node on this machine");
        Assert.Equal(2, cut.Context["bootstrapFiles"]!.AsArray().Count);
        Assert.Equal("SOUL.md", (string?)Assert.Single(happened.Context["bootstrapFiles"]!.AsArray())!["name"]);

        static HookEvent Files() => new("agent", "bootstrap", "agent:main:main", new JsonObject
        {
            ["bootstrapFiles"] = new JsonArray(new JsonObject { ["name"] = "SOUL.md" }, new JsonObject { ["name"] = "USER.md" }),
        });
    }

    private static void Enable(TestGateway gateway, params string[] names) => gateway.ChangeConfig(config => config with
    {
        Hooks = config.Hooks with
        {
            Internal = new InternalHooksConfig
            {
                Enabled = true,
                Entries = names.ToDictionary(
                    static name => name,
                    static _ => new InternalHookEntryConfig { Enabled = true, Env = new Dictionary<string, string> { ["GREETING"] = "hi", ["NODE_OPTIONS"] = "--bad" } }),
            },
        },
    });
}
