using System.Text.Json.Nodes;

namespace OpenClaw.Cli.Tests.Program;

public sealed class ApprovalsTests : IDisposable
{
    private readonly Installation _machine = new();

    private string RulesFile => Path.Combine(_machine.StateDir, "exec-approvals.json");

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task Looking_creates_nothing()
    {
        var result = await _machine.RunAsync("approvals", "get", "--json");

        var shown = JsonNode.Parse(result.Output)!.AsObject();
        Assert.Equal(["path", "exists", "hash", "file"], shown.Select(member => member.Key));
        Assert.Equal((RulesFile, false), ((string?)shown["path"], (bool)shown["exists"]!));
        Assert.Single(result.Output.TrimEnd().Split('\n'));
        Assert.False(File.Exists(RulesFile));
    }

    [Fact]
    public async Task An_entry_is_added_shown_and_removed_once()
    {
        var added = await _machine.RunAsync("approvals", "allowlist", "add", "/usr/bin/rg", "--json");
        var again = await _machine.RunAsync("exec-approvals", "allowlist", "add", "/usr/bin/rg");
        var shown = await _machine.RunAsync("approvals", "get");
        var removed = await _machine.RunAsync("approvals", "allowlist", "remove", "/usr/bin/rg", "--json");
        var missing = await _machine.RunAsync("approvals", "allowlist", "remove", "/usr/bin/rg");

        var file = JsonNode.Parse(added.Output)!["file"]!;
        Assert.Equal("/usr/bin/rg", (string?)file["agents"]!["*"]!["allowlist"]![0]!["pattern"]);
        Assert.Null(file["socket"]!["token"]);
        Assert.Equal(new ProgramResult(0, "Already allowlisted.\n", ""), again);
        Assert.Contains("/usr/bin/rg", shown.Output, StringComparison.Ordinal);
        Assert.Empty(JsonNode.Parse(removed.Output)!["file"]!["agents"]!["*"]!["allowlist"]!.AsArray());
        Assert.Equal(new ProgramResult(0, "Pattern not found.\n", ""), missing);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(RulesFile));
    }

    [Fact]
    public async Task A_name_that_can_never_match_is_refused()
    {
        var result = await _machine.RunAsync("approvals", "allowlist", "add", "rg");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("/usr/bin/rg", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(RulesFile));
    }

    [Fact]
    public async Task Rules_are_replaced_by_a_file_and_a_wrong_word_changes_nothing()
    {
        var (good, bad) = (Path.Combine(_machine.Home, "good.json5"), Path.Combine(_machine.Home, "bad.json5"));
        await File.WriteAllTextAsync(good, "{ // mine\n defaults: { security: 'allowlist', ask: 'always' } }", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(bad, "{ defaults: { security: 'maybe' } }", TestContext.Current.CancellationToken);

        var set = await _machine.RunAsync("approvals", "set", "--file", good, "--json");
        var before = await File.ReadAllTextAsync(RulesFile, TestContext.Current.CancellationToken);
        var refused = await _machine.RunAsync("approvals", "set", "--file", bad);

        Assert.Equal("always", (string?)JsonNode.Parse(set.Output)!["file"]!["defaults"]!["ask"]);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("defaults.security", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(RulesFile, TestContext.Current.CancellationToken));
    }
}
