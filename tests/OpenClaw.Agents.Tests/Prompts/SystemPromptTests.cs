using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Agents.Prompts;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Tests.Prompts;

public sealed class SystemPromptTests
{
    private static readonly string[] s_everything =
    [
        "## Tooling", "## Tool Call Style", "## OpenClaw CLI Quick Reference", "## Skills (mandatory)", "## Memory Recall", "## OpenClaw Self-Update",
        "## Model Aliases", "## Workspace", "## Documentation", "## Sandbox", "## User Identity", "## Current Date & Time", "## Workspace Files (injected)",
        "## Reply Tags", "## Messaging", "## Voice (TTS)", "## Group Chat Context", "## Reactions", "## Reasoning Format", "# Project Context", "## SOUL.md",
        "## Silent Replies", "## Heartbeats", "## Runtime",
    ];

    [Fact]
    public void All_sections_come_in_their_order_without_blank_lines()
    {
        var text = SystemPrompt.Build(Everything()).Text;

        Assert.Equal(s_everything, text.Split('\n').Where(static line => line.StartsWith("# ", StringComparison.Ordinal) || line.StartsWith("## ", StringComparison.Ordinal)));
        Assert.DoesNotContain("\n\n", text, StringComparison.Ordinal);
        Assert.StartsWith("You are a personal assistant", text, StringComparison.Ordinal);
        Assert.EndsWith("Current date: Wednesday, 25 November 2026 (session_status tells the time)\nCurrent working directory: /w", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_without_its_condition_is_left_out()
    {
        var text = SystemPrompt.Build(Bare()).Text;

        Assert.Equal(
            ["## Tooling", "## OpenClaw CLI Quick Reference", "## Workspace", "## Current Date & Time", "## Workspace Files (injected)", "## Reply Tags", "## Messaging", "# Project Context", "## Silent Replies", "## Runtime"],
            text.Split('\n').Where(static line => line.StartsWith('#')));
    }

    [Fact]
    public void A_sub_agent_is_told_of_its_task_and_not_of_the_conversation()
    {
        var text = SystemPrompt.Build(Everything() with { Mode = PromptMode.Minimal }).Text;

        foreach (var left in (string[])["## Skills", "## Memory", "## OpenClaw Self-Update", "## Model Aliases", "## Documentation", "## User Identity", "## Reply Tags", "## Messaging", "## Voice", "## Silent", "## Heartbeats", "## Group Chat"])
            Assert.DoesNotContain(left, text, StringComparison.Ordinal);
        Assert.Contains("## Subagent Context\nextra", text, StringComparison.Ordinal);
        Assert.Contains("## Runtime", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_mode_none_leaves_one_line() =>
        Assert.DoesNotContain('\n', SystemPrompt.Build(Everything() with { Mode = PromptMode.None }).Text);

    [Fact]
    public void Tools_are_listed_in_a_fixed_order_whatever_order_they_come_in()
    {
        var lines = ToolList.Lines([Tool("zebra"), Tool("exec"), Tool("image"), Tool("read", ""), Tool("aardvark"), Tool("memory_get"), Tool("write")]);

        Assert.Equal(["- read", "- write: does write", "- exec: does exec", "- image: does image", "- aardvark: does aardvark", "- memory_get: does memory_get", "- zebra: does zebra"], lines);
    }

    [Fact]
    public void The_runtime_line_names_what_is_known()
    {
        var text = SystemPrompt.Build(Everything()).Text;

        Assert.Contains($"Runtime: agent=main | host={Environment.MachineName} | repo=/repo | os=", text, StringComparison.Ordinal);
        Assert.Contains("| model=p/m | default_model=p/d | channel=telegram | capabilities=inlineButtons | thinking=low\nReasoning: off", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_prompt_of_two_turns_an_hour_apart_is_the_same_byte_for_byte()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 6, 10, 8, 0, 0, TimeSpan.Zero));
        clock.SetLocalTimeZone(TimeZoneInfo.Utc);
        await using var server = new ModelServer(static e => e.OpenAiAsync("ok"));
        await using var bench = new Workbench(Workbench.With(server), time: clock);
        await bench.RunAsync("one", "r-1");
        clock.Advance(TimeSpan.FromHours(1));
        await bench.RunAsync("two", "r-2");

        var prompts = server.Requests.Select(static request => request.Body.GetProperty("messages")[0].GetRawText()).ToList();

        Assert.Equal(prompts[0], prompts[1]);
        Assert.Contains("Current date: Wednesday, 10 June 2026", prompts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_run_writes_the_missing_files_unless_that_is_switched_off()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("ok"));
        await using var bench = new Workbench(Workbench.With(server));
        await bench.RunAsync("one", "r-1");
        var workspace = bench.Agents.Workspace("main");
        Assert.True(File.Exists(Path.Combine(workspace, "BOOTSTRAP.md")));
        File.Delete(Path.Combine(workspace, "BOOTSTRAP.md"));
        await bench.RunAsync("two", "r-2");
        Assert.False(File.Exists(Path.Combine(workspace, "BOOTSTRAP.md")));
        Assert.DoesNotContain("BOOTSTRAP", server.Requests[1].Body.GetProperty("messages")[0].GetRawText(), StringComparison.Ordinal);

        await using var off = new Workbench(Workbench.With(server, extra: ""","skipBootstrap":true"""));
        await off.RunAsync("one");
        Assert.False(Directory.Exists(off.Agents.Workspace("main")));
        Assert.Contains("[MISSING] Expected at:", server.Requests[2].Body.GetProperty("messages")[0].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_tells_the_size_of_every_part()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("ok"));
        await using var bench = new Workbench(Workbench.With(server));
        bench.Tools.Add(new ScriptedTool("read", "text"));
        bench.Write(".openclaw/skills/boats/SKILL.md", "---\nname: boats\ndescription: About boats\n---\nRow.");

        var outcome = await bench.RunAsync("hi");

        var report = outcome.PromptReport!.Value;
        Assert.Equal(
            "source,generatedAt,sessionId,sessionKey,provider,model,workspaceDir,bootstrapMaxChars,sandbox,systemPrompt,injectedWorkspaceFiles,skills,tools",
            string.Join(',', report.EnumerateObject().Select(static member => member.Name)));
        var prompt = server.Requests[0].Body.GetProperty("messages")[0].GetProperty("content").GetString()!;
        Assert.Equal(prompt.Length, report.GetProperty("systemPrompt").GetProperty("chars").GetInt32());
        var skill = report.GetProperty("skills").GetProperty("entries")[0];
        Assert.Equal("boats", skill.GetProperty("name").GetString());
        Assert.True(skill.GetProperty("blockChars").GetInt32() > 40);
        Assert.Equal("read", report.GetProperty("tools").GetProperty("entries")[0].GetProperty("name").GetString());
        Assert.True(report.GetProperty("tools").GetProperty("schemaChars").GetInt32() > 0);
    }

    private static SystemPromptInput Bare() => new()
    {
        AgentId = "main", Workspace = "/w", Model = "p/m", DefaultModel = "p/d", Thinking = "low", TimeZone = "Europe/Copenhagen",
        Today = new DateOnly(2026, 11, 25), Files = [],
    };

    private static SystemPromptInput Everything() => Bare() with
    {
        Tools = [Tool("read"), Tool("memory_search"), Tool("gateway"), Tool("message"), Tool("session_status")],
        Skills = "<available_skills>\n</available_skills>",
        Aliases = [("opus", "anthropic/claude-opus-4-5")],
        Docs = "/docs",
        Sandbox = "You run in a box.",
        Owners = ["+4512"],
        Voice = "Speak briefly.",
        Extra = "extra",
        Channel = "telegram",
        ChannelCapabilities = ["inlineButtons"],
        ReactionLevel = "minimal",
        ReasoningTags = true,
        Repository = "/repo",
        HeartbeatPrompt = "Look around.",
        Files = [new WorkspaceFile("SOUL.md", "/w/SOUL.md", false, 3, "abc", false)],
    };

    private static ToolDefinition Tool(string name, string? summary = null) => new()
    {
        Name = name, Summary = summary ?? $"does {name}", Description = name, Parameters = JsonDocument.Parse("{}").RootElement.Clone(),
    };
}
