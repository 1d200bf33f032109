using System.Text.Json;
using OpenClaw.Nodes.Approvals;
using OpenClaw.Protocol.ExecApprovals;

namespace OpenClaw.Nodes.Tests.Approvals;

public sealed class ApprovalsStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("openclaw-approvals-").FullName;

    private string FilePath => Path.Combine(_folder, "state", "exec-approvals.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_file_is_created_for_the_owner_alone_with_a_secret_that_is_never_shown()
    {
        var snapshot = await Store().EnsureAsync(TestContext.Current.CancellationToken);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
        Assert.Equal(32, snapshot.File.Socket!.Token!.Length);
        Assert.Null(snapshot.Shown.Socket!.Token);
        Assert.Equal(Path.Combine(_folder, "state", "exec-approvals.sock"), snapshot.Shown.Socket.Path);
        Assert.Equal(snapshot.Hash, (await Store().EnsureAsync(TestContext.Current.CancellationToken)).Hash);
    }

    [Fact]
    public async Task A_write_needs_the_hash_of_what_it_changes_and_keeps_the_secret()
    {
        var ct = TestContext.Current.CancellationToken;
        var before = await Store().EnsureAsync(ct);
        var change = new ExecApprovalsFile
        {
            Version = 1,
            Agents = new Dictionary<string, ExecApprovalsAgent> { ["default"] = new() { Allowlist = [new() { Pattern = "/bin/ls" }] } },
        };

        Assert.Equal(ApprovalsStore.HashRequired, (await Store().SetAsync(change, null, ct)).Problem);
        Assert.Equal(ApprovalsStore.HashStale, (await Store().SetAsync(change, "old", ct)).Problem);
        var (after, problem) = await Store().SetAsync(change, before.Hash, ct);

        Assert.Null(problem);
        Assert.Equal(before.File.Socket!.Token, Store().Read().File.Socket!.Token);
        var entry = Assert.Single(after!.File.Agents!["main"].Allowlist!);
        Assert.Equal("/bin/ls", entry.Pattern);
        Assert.True(Guid.TryParse(entry.Id, out _));
        Assert.Equal(after.Hash, Store().Read().Hash);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_denies_everything_and_is_not_overwritten()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        await File.WriteAllTextAsync(FilePath, "{ broken", TestContext.Current.CancellationToken);

        var snapshot = await Store().AllowAsync("main", ["/bin/ls"], TestContext.Current.CancellationToken);

        Assert.NotNull(snapshot.Problem);
        Assert.Equal(ExecSecurity.Deny, ExecRules.Resolve(snapshot.File, "main", ExecSecurity.Full, ExecAsk.Off).Security);
        Assert.Equal("{ broken", await File.ReadAllTextAsync(FilePath, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Rules_of_the_old_place_are_taken_over_once()
    {
        var old = Path.Combine(_folder, "old.json");
        await File.WriteAllTextAsync(
            old, """{"version":1,"socket":{"path":"/old.sock","token":"t"},"agents":{"main":{"allowlist":[{"pattern":"/bin/ls","lastUsedAt":1.0}]}}}""",
            TestContext.Current.CancellationToken);

        Assert.Equal("/bin/ls", Store(old).Read().File.Agents!["main"].Allowlist![0].Pattern);
        await Store(old).EnsureAsync(TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(old, """{"version":1,"agents":{}}""", TestContext.Current.CancellationToken);

        Assert.Equal("/bin/ls", Store(old).Read().File.Agents!["main"].Allowlist![0].Pattern);
    }

    [Fact]
    public async Task Two_writers_lose_nothing_of_each_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Store().AllowAsync("main", [$"/bin/{i}"], TestContext.Current.CancellationToken)));

        Assert.Equal(20, Store().Read().File.Agents!["main"].Allowlist!.Count);
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(FilePath, TestContext.Current.CancellationToken));
        Assert.Equal(1, document.RootElement.GetProperty("version").GetInt32());
    }

    private ApprovalsStore Store(string? old = null) => new(FilePath, old, TimeProvider.System);
}
