using System.Text.Json.Nodes;
using OpenClaw.Agents.Context;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Tests.Context;

public sealed class PruningTests
{
    private static readonly ContextPruningConfig s_on = new() { Mode = "cache-ttl" };

    [Fact]
    public void Long_old_results_keep_head_and_tail_and_new_ones_everything()
    {
        var messages = Talk(20_000);

        var pruned = ResultPruning.Apply(messages, s_on with { HardClear = false }, window: 20_000);

        Assert.InRange(pruned[2].Text.Length, 3000, 3300);
        Assert.Equal(messages[^2].Text, pruned[^2].Text);
        Assert.Equal(20_000, messages[2].Text.Length);
    }

    [Fact]
    public void While_the_window_is_too_full_the_oldest_results_are_replaced()
    {
        var pruned = ResultPruning.Apply(Talk(20_000), s_on with { MinPrunableToolChars = 1000, Placeholder = "gone" }, window: 26_000);

        Assert.Equal("gone", pruned[2].Text);
        Assert.NotEqual("gone", pruned[4].Text);
    }

    [Theory]
    [InlineData("""{"mode":"off"}""", "anthropic/claude", null)]
    [InlineData("{}", "anthropic/claude", 60)]
    [InlineData("{}", "openai/gpt", null)]
    [InlineData("""{"mode":"cache-ttl"}""", "anthropic/claude", 5)]
    [InlineData("""{"mode":"cache-ttl","ttl":"30m"}""", "anthropic/claude", 30)]
    [InlineData("""{"mode":"cache-ttl","ttl":"2h"}""", "openrouter/anthropic/claude", 120)]
    [InlineData("""{"mode":"cache-ttl"}""", "openrouter/meta/llama", null)]
    public void Only_models_with_a_cache_that_costs_are_pruned(string config, string model, int? minutes)
    {
        var read = OpenClawConfig.From(new JsonObject { ["agents"] = new JsonObject { ["defaults"] = new JsonObject { ["contextPruning"] = JsonNode.Parse(config) } } });

        Assert.Equal(
            minutes is { } m ? TimeSpan.FromMinutes(m) : null, ResultPruning.Ttl(read.Agents.Defaults.ContextPruning, ModelRef.Parse(model)!.Value));
    }

    [Fact]
    public void Pictures_and_denied_tools_and_small_conversations_are_left_alone()
    {
        var messages = Talk(20_000);
        messages[2] = new ModelMessage.ToolResult("c", "exec", [new ContentPart.Text(new string('x', 20_000)), new ContentPart.Image("AA==", "image/png")], false);

        Assert.Same(messages[2], ResultPruning.Apply(messages, s_on, 20_000)[2]);
        Assert.Same(messages[4], ResultPruning.Apply(messages, s_on with { DenyTools = ["ex*"] }, 20_000)[4]);
        Assert.Same(messages, ResultPruning.Apply(messages, s_on, 1_000_000));
    }

    [Theory]
    [InlineData("agent:main:telegram:dm:42", 2)]
    [InlineData("agent:main:telegram:dm:7", 5)]
    [InlineData("agent:main:telegram:work:dm:42", 2)]
    [InlineData("agent:main:telegram:dm:42:thread:9", 2)]
    [InlineData("agent:main:telegram:group:42", null)]
    [InlineData("agent:main:main", null)]
    [InlineData("agent:main:dm:42", null)]
    [InlineData("agent:main:whatsapp:dm:42", null)]
    public void The_history_of_a_direct_chat_is_limited_by_its_peer_else_by_its_channel(string key, int? limit) => Assert.Equal(
        limit, HistoryLimit.Of(JsonNode.Parse("""{"telegram":{"dmHistoryLimit":5,"dms":{"42":{"historyLimit":2}}}}""")!.AsObject(), key));

    [Fact]
    public void A_limit_keeps_whole_turns()
    {
        List<ModelMessage> messages = [User("1"), Assistant("a"), User("2"), User("3"), Assistant("b"), User("4")];

        Assert.Equal("4", string.Concat(HistoryLimit.Apply(messages, 1).Select(static m => m.Text)));
        Assert.Equal("23b4", string.Concat(HistoryLimit.Apply(messages, 2).Select(static m => m.Text)));
        Assert.Equal("1a23b4", string.Concat(HistoryLimit.Apply(messages, 3).Select(static m => m.Text)));
        Assert.Same(messages, HistoryLimit.Apply(messages, null));
    }

    private static List<ModelMessage> Talk(int chars)
    {
        List<ModelMessage> messages = [User("go")];
        for (var i = 0; i < 6; i++)
        {
            messages.Add(Assistant("step"));
            messages.Add(new ModelMessage.ToolResult("c" + i, "exec", [new ContentPart.Text(new string('x', chars))], false));
        }

        messages.Add(Assistant("done"));
        return messages;
    }

    private static ModelMessage.User User(string text) => new([new ContentPart.Text(text)]);

    private static ModelMessage.Assistant Assistant(string text) => new([new ContentPart.Text(text)], "p", "m");
}
