using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Tests.Sessions;

public sealed class SessionKeyTests
{
    private static readonly SessionKeyRules s_rules = new("main", GlobalScope: false, MainKeyAlias: "home");

    public static TheoryData<string, string> Made => new()
    {
        { SessionKeys.Of("main", SessionKeys.Main), "agent:main:main" },
        { SessionKeys.Direct("main", DirectScope.Main, "telegram", "default", "+1555"), "agent:main:main" },
        { SessionKeys.Direct("main", DirectScope.PerPeer, "telegram", "default", " Ada "), "agent:main:dm:ada" },
        { SessionKeys.Direct("main", DirectScope.PerChannelPeer, "telegram", "default", "42"), "agent:main:telegram:dm:42" },
        { SessionKeys.Direct("main", DirectScope.PerAccountChannelPeer, "telegram", "Work", "42"), "agent:main:telegram:work:dm:42" },
        { SessionKeys.Direct("main", DirectScope.PerPeer, "telegram", "default", " "), "agent:main:dm:unknown" },
        { SessionKeys.Group("main", "whatsapp", "123@G.US"), "agent:main:whatsapp:group:123@g.us" },
        { SessionKeys.Topic("main", "-100", "7"), "agent:main:telegram:group:-100:topic:7" },
        { SessionKeys.Channel("main", "discord", "99"), "agent:main:discord:channel:99" },
        { SessionKeys.Thread("agent:main:slack:channel:c1", "T1.5"), "agent:main:slack:channel:c1:thread:t1.5" },
        { SessionKeys.Of("Ops Team", "cron:nightly"), "agent:ops-team:cron:nightly" },
    };

    [Theory]
    [MemberData(nameof(Made))]
    public void Keys_have_the_forms_of_the_original(string made, string expected) => Assert.Equal(expected, made);

    [Theory]
    [InlineData("main", "agent:main:main")]
    [InlineData(" MAIN ", "agent:main:main")]
    [InlineData("home", "agent:main:main")]
    [InlineData("agent:main:home", "agent:main:main")]
    [InlineData("agent:main:main", "agent:main:main")]
    [InlineData("agent:Ops:main", "agent:ops:main")]
    [InlineData("agent:main:side", "agent:main:side")]
    [InlineData("agent::main::side", "agent:main:side")]
    [InlineData("global", "global")]
    [InlineData("unknown", "unknown")]
    [InlineData("Node-7", "agent:main:node-7")]
    [InlineData("agent:main", "agent:main:agent:main")]
    [InlineData("telegram:dm:42", "agent:main:telegram:dm:42")]
    public void A_caller_key_has_one_stored_form(string key, string expected)
    {
        Assert.Equal(expected, SessionKeys.Canonical(key, s_rules));
        Assert.Equal(expected, SessionKeys.Canonical(expected, s_rules));
    }

    [Theory]
    [InlineData("main")]
    [InlineData("agent:ops:main")]
    public void In_global_scope_every_main_session_is_the_global_one(string key) =>
        Assert.Equal("global", SessionKeys.Canonical(key, s_rules with { GlobalScope = true }));

    [Theory]
    [InlineData("agent:../../etc:main")]
    [InlineData("agent:..\\..\\x:main")]
    [InlineData("agent:/root:main")]
    public void GHSA_5xfq_5mr7_426q_a_key_cannot_name_a_folder_outside(string key)
    {
        var agentId = SessionKeys.AgentOf(SessionKeys.Canonical(key, s_rules), s_rules);

        Assert.Matches("^[a-z0-9][a-z0-9_-]*$", agentId);
    }

    [Theory]
    [InlineData("agent:main:slack:channel:c1:thread:t1", "agent:main:slack:channel:c1")]
    [InlineData("agent:main:telegram:group:-1:topic:7", "agent:main:telegram:group:-1")]
    [InlineData("agent:main:main", null)]
    public void A_thread_knows_its_parent(string key, string? parent) => Assert.Equal(parent, SessionKeys.ThreadParent(key));

    [Theory]
    [InlineData("  Work Bot! ", "work-bot")]
    [InlineData("a_b-c", "a_b-c")]
    [InlineData("---", "main")]
    [InlineData("", "main")]
    [InlineData("Ærø", "r")]
    public void Agent_ids_are_normalised(string id, string expected) => Assert.Equal(expected, AgentIds.Normalize(id));
}
