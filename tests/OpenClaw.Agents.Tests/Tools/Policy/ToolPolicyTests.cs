using System.Text.Json.Nodes;
using CsCheck;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Agents.Tools;
using OpenClaw.Agents.Tools.Policy;
using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Tools;

namespace OpenClaw.Agents.Tests.Tools.Policy;

public class ToolPolicyTests
{
    private const string Main = "agent:main:main";
    private const string Group = "agent:main:telegram:group:-100";

    [Theory]
    [InlineData("{}", "read,exec,apply_patch,message,github__search")]
    [InlineData("{\"tools\":{\"profile\":\"minimal\"}}", "")]
    [InlineData("{\"tools\":{\"profile\":\"coding\"}}", "read,exec,apply_patch")]
    [InlineData("{\"tools\":{\"profile\":\"coding\",\"alsoAllow\":[\"message\"]}}", "read,exec,apply_patch,message")]
    [InlineData("{\"tools\":{\"profile\":\"coding\",\"alsoAllow\":[\"group:plugins\"]}}", "read,exec,apply_patch,github__search")]
    [InlineData("{\"tools\":{\"profile\":\"full\"}}", "read,exec,apply_patch,message,github__search")]
    [InlineData("{\"tools\":{\"alsoAllow\":[\"message\"]}}", "read,exec,apply_patch,message,github__search")]
    [InlineData("{\"tools\":{\"allow\":[\"bash\"]}}", "exec,apply_patch")]
    [InlineData("{\"tools\":{\"allow\":[\"bash\"],\"deny\":[\"apply-patch\"]}}", "exec")]
    [InlineData("{\"tools\":{\"allow\":[\"*\"],\"deny\":[\"EXEC\"]}}", "read,apply_patch,message,github__search")]
    [InlineData("{\"tools\":{\"allow\":[\"group:fs\",\"mcp:*\"]}}", "read,apply_patch,github__search")]
    [InlineData("{\"tools\":{\"allow\":[\"mcp:github\"]}}", "github__search")]
    [InlineData("{\"tools\":{\"allow\":[\"github__*\"]}}", "github__search")]
    [InlineData("{\"tools\":{\"deny\":[\"group:plugins\",\"re*d\"]}}", "exec,apply_patch,message")]
    [InlineData("{\"tools\":{\"allow\":[]}}", "read,exec,apply_patch,message,github__search")]
    [InlineData("{\"tools\":{\"allow\":[\"nobody_knows_this\"]}}", "")]
    [InlineData("{\"tools\":{\"allow\":[\" \"]}}", "")]
    [InlineData("{\"tools\":{\"byProvider\":{\"stub\":{\"profile\":\"messaging\"}}}}", "message")]
    [InlineData("{\"tools\":{\"byProvider\":{\"stub/other\":{\"deny\":[\"*\"]}}}}", "read,exec,apply_patch,message,github__search")]
    [InlineData("{\"tools\":{\"byProvider\":{\"stub/stub-1\":{\"deny\":[\"read\"]},\"stub\":{\"deny\":[\"exec\"]}}}}", "exec,apply_patch,message,github__search")]
    [InlineData("{\"tools\":{\"deny\":[\"read\"]},\"agents\":{\"list\":[{\"id\":\"main\",\"tools\":{\"allow\":[\"read\",\"exec\"]}}]}}", "exec,apply_patch")]
    [InlineData("{\"tools\":{\"profile\":\"minimal\"},\"agents\":{\"list\":[{\"id\":\"main\",\"tools\":{\"profile\":\"messaging\"}}]}}", "message")]
    [InlineData("{\"agents\":{\"list\":[{\"id\":\"main\",\"tools\":{\"byProvider\":{\"STUB\":{\"allow\":[\"read\"]}}}}]}}", "read")]
    [InlineData("{\"agents\":{\"list\":[{\"id\":\"other\"}]}}", "")]
    public async Task The_policy_of_the_configuration_decides(string config, string expected)
    {
        await using var bench = new Workbench(config);

        Assert.Equal(expected, Names(Usual(bench), Scene(Main)));
    }

    [Theory]
    [InlineData("{\"tools\":{\"deny\":[\"exec\",\"apply_patch\"]}}", "42", "read,message,github__search")]
    [InlineData("{\"tools\":{\"deny\":[\"exec\"]},\"toolsBySender\":{\"@Ann\":{\"allow\":[\"read\"]}}}", "ann", "read")]
    [InlineData("{\"tools\":{\"deny\":[\"exec\",\"apply_patch\"]},\"toolsBySender\":{\"ann\":{\"allow\":[\"read\"]}}}", "bob", "read,message,github__search")]
    [InlineData("{\"toolsBySender\":{\"*\":{\"allow\":[\"message\"]},\"ann\":{\"allow\":[\"read\"]}}}", "bob", "message")]
    public async Task A_group_and_its_senders_have_a_policy_of_their_own(string group, string sender, string expected)
    {
        await using var bench = new Workbench($$"""{"channels":{"telegram":{"groups":{"-100":{{group}} } } } }""");
        var scene = Scene(Group, new RunCaller(RunOrigin.Channel, ["operator.write"], Id: sender));

        Assert.Equal(expected, Names(Usual(bench), scene));
        Assert.Equal(expected, Names(Usual(bench), scene with { SessionKey = Group + ":topic:7" }));
        Assert.Equal("read,exec,apply_patch,message,github__search", Names(Usual(bench), scene with { SessionKey = "agent:main:telegram:group:-200" }));
        Assert.Equal("read,exec,apply_patch,message,github__search", Names(Usual(bench), scene with { SessionKey = Main }));
    }

    [Fact]
    public async Task A_sub_agent_of_a_group_may_not_more_than_the_group()
    {
        await using var bench = new Workbench("""{"channels":{"telegram":{"groups":{"*":{"tools":{"allow":["read","session_status"]}}}}}}""");
        const string child = "agent:main:subagent:1";
        await bench.Store.UpdateAsync(child, entry => entry["spawnedBy"] = Group, TestContext.Current.CancellationToken);

        Assert.Equal("read", Names(Usual(bench), Scene(child)));
    }

    [Theory]
    [InlineData("{}", "exec")]
    [InlineData("{\"tools\":{\"subagents\":{\"tools\":{\"alsoAllow\":[\"cron\"]}}}}", "exec,cron")]
    [InlineData("{\"tools\":{\"subagents\":{\"tools\":{\"allow\":[\"exec\",\"cron\"],\"deny\":[\"exec\"]}}}}", "cron")]
    [InlineData("{\"tools\":{\"subagents\":{\"tools\":{\"deny\":[\"exec\"]}}}}", "")]
    public async Task A_sub_agent_has_less_unless_a_name_says_otherwise(string config, string expected)
    {
        await using var bench = new Workbench(config);

        Assert.Equal(expected, Names([new NamedTool("exec"), new NamedTool("cron"), new NamedTool("sessions_spawn")], Scene("agent:main:subagent:1"), bench));
    }

    [Theory]
    [InlineData("off", Main, "exec,cron,message,image")]
    [InlineData("non-main", Main, "exec,cron,message,image")]
    [InlineData("non-main", Group, "exec,image")]
    [InlineData("all", Main, "exec,image")]
    public async Task A_sandboxed_session_keeps_to_the_sandbox_list(string mode, string key, string expected)
    {
        await using var bench = new Workbench($$"""{"agents":{"defaults":{"sandbox":{"mode":"{{mode}}" } } } }""");

        Assert.Equal(expected, Names([new NamedTool("exec"), new NamedTool("cron"), new NamedTool("message"), new NamedTool("image")], Scene(key), bench));
    }

    [Fact]
    public async Task Only_the_owner_logs_a_channel_in()
    {
        await using var bench = new Workbench();
        ITool[] tools = [new NamedTool("whatsapp_login")];

        Assert.Equal("", Names(tools, Scene(Main, new RunCaller(RunOrigin.Channel, ["operator.write"])), bench));
        Assert.Equal("whatsapp_login", Names(tools, Scene(Main, new RunCaller(RunOrigin.Channel, ["operator.write"], IsOwner: true)), bench));
    }

    [Fact]
    public async Task CVE_2026_32051_a_tool_that_needs_admin_is_not_there_for_a_caller_without_it()
    {
        await using var bench = new Workbench();
        bench.Tools.Add(new Offer(new NamedTool("gateway", scope: "operator.admin"), new NamedTool("read")));

        Assert.Equal("read", string.Join(',', bench.Tools.For(Scene(Main, new RunCaller(RunOrigin.Operator, ["operator.write"]))).Select(t => t.Definition.Name)));
        Assert.Equal("gateway,read", string.Join(',', bench.Tools.For(Scene(Main)).Select(t => t.Definition.Name)));
    }

    [Theory]
    [InlineData("sessions_list", "", "", true)]
    [InlineData("cron", "", "", false)]
    [InlineData("cron", "cron", "", true)]
    [InlineData("cron", "group:automation", "cron", false)]
    [InlineData("gateway", "", "", false)]
    [InlineData("nodes", "", "", false)]
    [InlineData("sessions_spawn", "", "", false)]
    [InlineData("sessions_send", "*", "", true)]
    [InlineData("exec", "*", "", false)]
    [InlineData("apply_patch", "apply_patch", "", false)]
    [InlineData("write", "", "", false)]
    [InlineData("message", "", "group:messaging", false)]
    public void GHSA_943q_mwmv_hhvh_http_callers_get_no_dangerous_tool_by_default(string tool, string allow, string deny, bool expected) =>
        Assert.Equal(expected, HttpToolPolicy.Allows(
            new GatewayToolsConfig { Allow = allow.Split(',', StringSplitOptions.RemoveEmptyEntries), Deny = deny.Split(',', StringSplitOptions.RemoveEmptyEntries) }, tool));

    [Fact]
    public void A_filter_only_removes_and_deny_wins()
    {
        string[] words = [.. ToolNames.Known, .. ToolNames.Groups.Keys, "*", "re*", "mcp:*", "x__*", "nonsense", " "];
        string?[] profiles = [null, "minimal", "coding", "full"];
        var list = Gen.Int[0, words.Length - 1].Select(i => words[i]).List[0, 4];
        var layer = Gen.Select(list, list, list, Gen.Int[0, profiles.Length - 1])
            .Select((allow, also, deny, profile) => new ToolPolicyConfig { Allow = allow, AlsoAllow = also, Deny = deny, Profile = profiles[profile] });
        Gen.Select(layer, layer, layer).Sample((all, own, group) =>
        {
            var config = new OpenClawConfig
            {
                Tools = new ToolsConfig { Policy = all },
                Channels = (JsonObject)JsonNode.Parse($$"""{"telegram":{"groups":{"-100":{"tools":{"deny":{{new JsonArray([.. (group.Deny ?? []).Select(d => (JsonNode)d)]).ToJsonString()}} } } } } }""")!,
            };
            var agent = new AgentConfig { Tools = new AgentToolsConfig { Policy = own } };
            var alone = Through(PolicyLayers.For(config, agent, Scene(Main), null));
            var inGroup = Through(PolicyLayers.For(config, agent, Scene(Group), null));

            Assert.Subset(alone, inGroup);
            foreach (var denied in ToolNames.Known.Where(name => new ToolPatterns(all.Deny).Contains(name) || new ToolPatterns(own.Deny).Contains(name)))
                Assert.DoesNotContain(denied, alone);
            if (all.Allow is { Count: > 0 } allowed && all.Profile is null)
                Assert.All(alone.Where(name => name != "apply_patch"), name => Assert.True(new ToolPatterns([.. allowed, .. all.AlsoAllow ?? []]).Contains(name)));
        });
    }

    private static HashSet<string> Through(IReadOnlyList<PolicyLayer> layers) =>
        [.. ToolNames.Known.Where(name => layers.All(layer => layer.LetsThrough(name)))];

    private static ToolScene Scene(string key, RunCaller? caller = null) => new()
    {
        RunId = "r",
        SessionKey = key,
        AgentId = "main",
        Workspace = "/tmp",
        Caller = caller ?? new RunCaller(RunOrigin.Operator, ["operator.admin"], IsOwner: true),
        Model = new ModelInfo { Ref = new ModelRef("stub", "stub-1"), Name = "s", Api = "openai-completions", BaseUrl = "http://x" },
    };

    private static string Names((Workbench Bench, ITool[] Tools) from, ToolScene scene) => Names(from.Tools, scene, from.Bench);

    private static string Names(IReadOnlyList<ITool> tools, ToolScene scene, Workbench bench) =>
        string.Join(',', new ToolPolicy(bench.Agents, bench.Store).Filter(tools, scene).Select(t => t.Definition.Name));

    private static (Workbench Bench, ITool[] Tools) Usual(Workbench bench) =>
        (bench, [new NamedTool("read"), new NamedTool("exec"), new NamedTool("apply_patch"), new NamedTool("message"), new NamedTool("github__search", "mcp:github")]);

    private sealed class Offer(params ITool[] tools) : IToolSource
    {
        public IEnumerable<ITool> Tools(ToolScene scene) => tools;
    }
}
