using OpenClaw.Agents.Prompts;
using OpenClaw.Agents.Tests.Support;

namespace OpenClaw.Agents.Tests.Prompts;

public sealed class PromptTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Templates_are_written_once_and_never_over_what_is_there()
    {
        using var folder = new TempFolder();
        var workspace = folder.Join("workspace");

        var first = await WorkspaceTemplates.EnsureAsync(workspace, Ct);
        File.WriteAllText(Path.Combine(workspace, "SOUL.md"), "mine");
        File.Delete(Path.Combine(workspace, "BOOTSTRAP.md"));
        File.Delete(Path.Combine(workspace, "USER.md"));
        var second = await WorkspaceTemplates.EnsureAsync(workspace, Ct);

        Assert.Equal(["AGENTS.md", "SOUL.md", "TOOLS.md", "IDENTITY.md", "USER.md", "HEARTBEAT.md", "BOOTSTRAP.md"], first.Select(Path.GetFileName));
        Assert.Equal(["USER.md"], second.Select(Path.GetFileName));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(workspace, "SOUL.md")));
    }

    [Fact]
    public void A_long_file_keeps_its_head_and_its_tail_and_says_so()
    {
        using var folder = new TempFolder();
        folder.Write("AGENTS.md", "head" + new string('x', 30_000) + "tail");

        var file = WorkspaceFiles.Load(folder.Path, 20_000)[0];

        Assert.True(file.Truncated);
        Assert.Equal(30_008, file.RawChars);
        Assert.StartsWith("head", file.Text, StringComparison.Ordinal);
        Assert.EndsWith("tail", file.Text, StringComparison.Ordinal);
        Assert.Contains("AGENTS.md is 30008 characters long", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_says_where_it_was_expected_unless_it_may_be_missing()
    {
        using var folder = new TempFolder();

        var files = WorkspaceFiles.Load(folder.Path, 20_000);

        Assert.Equal(["AGENTS.md", "SOUL.md", "TOOLS.md", "IDENTITY.md", "USER.md", "HEARTBEAT.md"], files.Select(static f => f.Name));
        Assert.Equal($"[MISSING] Expected at: {folder.Join("SOUL.md")}", files[1].Text);
    }

    [Fact]
    public async Task The_system_prompt_carries_the_workspace_and_names_the_runtime()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("ok"));
        await using var bench = new Workbench(Workbench.With(server));
        bench.Write(".openclaw/workspace/SOUL.md", "You are a lighthouse.");

        await bench.RunAsync("hi");

        var prompt = server.Requests[0].Body.GetProperty("messages")[0].GetProperty("content").GetString()!;
        Assert.Contains("## SOUL.md\nYou are a lighthouse.", prompt, StringComparison.Ordinal);
        Assert.Contains("NO_REPLY", prompt, StringComparison.Ordinal);
        Assert.Contains("model=stub/stub-1", prompt, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-test-key-1234", prompt, StringComparison.Ordinal);
    }
}
