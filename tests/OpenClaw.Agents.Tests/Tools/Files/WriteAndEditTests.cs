namespace OpenClaw.Agents.Tests.Tools.Files;

public class WriteAndEditTests
{
    [Fact]
    public async Task Writing_creates_folders_and_keeps_the_mode_of_a_file()
    {
        using var bench = new FileBench();

        var first = await bench.UseAsync("write", new() { ["path"] = "a/b/run.sh", ["content"] = "échо" });
        File.SetUnixFileMode(bench.At("a/b/run.sh"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await bench.UseAsync("write", new() { ["file_path"] = "a/b/run.sh", ["content"] = "two" });

        Assert.Equal("Wrote 6 bytes to a/b/run.sh", FileBench.TextOf(first));
        Assert.Equal("two", await File.ReadAllTextAsync(bench.At("a/b/run.sh"), TestContext.Current.CancellationToken));
        Assert.True(File.GetUnixFileMode(bench.At("a/b/run.sh")).HasFlag(UnixFileMode.UserExecute));
    }

    [Theory]
    [InlineData("~/.openclaw/exec-approvals.json")]
    [InlineData("../exec-approvals.json")]
    [InlineData("~/.openclaw/openclaw.json")]
    [InlineData("~/.openclaw/agents/main/sessions/sessions.json")]
    [InlineData("state-link/exec-approvals.json")]
    public async Task The_rules_that_bind_an_agent_cannot_be_rewritten_by_it(string path)
    {
        using var bench = new FileBench();
        Directory.CreateSymbolicLink(bench.At("state-link"), bench.State);

        var result = await bench.UseAsync("write", new() { ["path"] = path, ["content"] = "{}" });

        Assert.True(result.IsError);
        Assert.False(File.Exists(Path.Combine(bench.State, "exec-approvals.json")));
        Assert.False(File.Exists(Path.Combine(bench.State, "openclaw.json")));
    }

    [Fact]
    public async Task An_edit_replaces_the_one_place_and_shows_what_changed()
    {
        using var bench = new FileBench();
        await File.WriteAllTextAsync(bench.At("f.txt"), "one\r\ntwo\r\nthree\r\n", TestContext.Current.CancellationToken);

        var result = await bench.UseAsync("edit", new() { ["path"] = "f.txt", ["old_string"] = "two\n", ["new_string"] = "2\n" });

        Assert.Equal("one\r\n2\r\nthree\r\n", await File.ReadAllTextAsync(bench.At("f.txt"), TestContext.Current.CancellationToken));
        Assert.Equal(2, result.Details!.Value.GetProperty("firstChangedLine").GetInt32());
        Assert.Equal(" 1 one\n-2 two\n+2 2\n 3 three\n 4 ", result.Details.Value.GetProperty("diff").GetString());
    }

    [Fact]
    public async Task Quotes_and_trailing_blanks_that_a_model_cannot_see_do_not_matter()
    {
        using var bench = new FileBench();
        await File.WriteAllTextAsync(bench.At("f.txt"), "a\n  say(\u201Chi\u201D);  \n  end\u00A0here\nz\n", TestContext.Current.CancellationToken);

        var result = await bench.UseAsync("edit", new() { ["path"] = "f.txt", ["oldText"] = "  say(\"hi\");\n  end here", ["newText"] = "  done" });

        Assert.False(result.IsError);
        Assert.Equal("a\n  done\nz\n", await File.ReadAllTextAsync(bench.At("f.txt"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("x", "y", "occurs 3 times")]
    [InlineData("nothing", "y", "not found")]
    [InlineData("", "y", "oldText is required")]
    [InlineData("abc", "abc", "nothing would change")]
    public async Task An_edit_that_is_not_clear_changes_nothing(string oldText, string newText, string expected)
    {
        using var bench = new FileBench();
        await File.WriteAllTextAsync(bench.At("f.txt"), "x x x abc", TestContext.Current.CancellationToken);

        var result = await bench.UseAsync("edit", new() { ["path"] = "f.txt", ["oldText"] = oldText, ["newText"] = newText });

        Assert.Contains(expected, FileBench.TextOf(result), StringComparison.Ordinal);
        Assert.Equal("x x x abc", await File.ReadAllTextAsync(bench.At("f.txt"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_patch_changes_everything_or_nothing()
    {
        using var bench = new FileBench();
        await File.WriteAllTextAsync(bench.At("a.txt"), "1\n2\n3\n4\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(bench.At("gone.txt"), "x", TestContext.Current.CancellationToken);
        const string good = "*** Begin Patch\n*** Update File: a.txt\n*** Move to: b.txt\n@@ 1\n 2\n-3\n+three\n@@\n+5\n*** Delete File: gone.txt\n*** Add File: n/new.txt\n+hi\n*** End Patch";
        const string bad = "*** Begin Patch\n*** Add File: other.txt\n+x\n*** Update File: b.txt\n@@\n-not there\n+y\n*** End Patch";

        var applied = await bench.UseAsync("apply_patch", new() { ["input"] = good });
        var refused = await bench.UseAsync("apply_patch", new() { ["input"] = bad });

        Assert.Equal("The patch was applied:\nM b.txt\nD gone.txt\nA n/new.txt", FileBench.TextOf(applied));
        Assert.Equal("1\n2\nthree\n4\n5\n", await File.ReadAllTextAsync(bench.At("b.txt"), TestContext.Current.CancellationToken));
        Assert.Equal("hi\n", await File.ReadAllTextAsync(bench.At("n/new.txt"), TestContext.Current.CancellationToken));
        Assert.False(File.Exists(bench.At("a.txt")) || File.Exists(bench.At("gone.txt")));
        Assert.True(refused.IsError);
        Assert.False(File.Exists(bench.At("other.txt")));
    }

    [Theory]
    [InlineData("nonsense", "first line")]
    [InlineData("*** Begin Patch\n*** End Patch", "changes no file")]
    [InlineData("*** Begin Patch\n*** Add File: x\nno plus\n*** End Patch", "line 3 of the patch")]
    [InlineData("*** Begin Patch\n*** Update File: x\n*** End Patch", "has no lines")]
    [InlineData("*** Begin Patch\n*** Rename File: x\n*** End Patch", "line 2 of the patch")]
    public async Task A_patch_that_is_not_understood_names_the_line(string patch, string expected)
    {
        using var bench = new FileBench();

        Assert.Contains(expected, FileBench.TextOf(await bench.UseAsync("apply_patch", new() { ["input"] = patch })), StringComparison.Ordinal);
    }
}
