using System.Text;

namespace OpenClaw.Storage.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public void A_new_file_is_readable_by_its_owner_only_and_so_are_the_directories_made_for_it()
    {
        AtomicFile.Write(_directory["a/b/file.json"], "new");

        Assert.Equal("new", File.ReadAllText(_directory["a/b/file.json"]));
        Assert.Equal(AtomicFile.OwnerOnly, File.GetUnixFileMode(_directory["a/b/file.json"]));
        Assert.Equal(AtomicFile.OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(_directory["a"]));
    }

    [Fact]
    public async Task A_write_replaces_the_content_and_leaves_nothing_beside_it()
    {
        var file = _directory["file.json"];
        AtomicFile.Write(file, "old");

        await AtomicFile.WriteAsync(file, Encoding.UTF8.GetBytes("new"), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("new", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal([file], Directory.GetFiles(_directory.Path));
    }

    [Fact]
    public void A_linked_file_stays_a_link()
    {
        var real = _directory["real.json"];
        File.WriteAllText(real, "old");
        File.CreateSymbolicLink(_directory["link.json"], real);

        AtomicFile.Write(_directory["link.json"], "new");

        Assert.Equal("new", File.ReadAllText(real));
        Assert.Equal(real, new FileInfo(_directory["link.json"]).LinkTarget);
    }

    [Fact]
    public void A_failed_write_leaves_no_temporary_file()
    {
        Directory.CreateDirectory(_directory["target"]);
        File.WriteAllText(_directory["target/occupied"], "");

        Assert.ThrowsAny<Exception>(() => AtomicFile.Write(_directory["target"], "a directory cannot be replaced"));

        Assert.Empty(Directory.GetFiles(_directory.Path));
    }

    [Fact]
    public void Leftovers_of_killed_writers_are_removed_and_nothing_else()
    {
        File.WriteAllText(_directory["c.json"], "");
        File.WriteAllText(_directory["c.json.bak"], "");
        File.WriteAllText(_directory["c.json.12.0123.tmp"], "");
        File.WriteAllText(_directory["d.json.12.0123.tmp"], "");

        AtomicFile.RemoveLeftovers(_directory["c.json"]);

        Assert.Equal(["c.json", "c.json.bak", "d.json.12.0123.tmp"], Directory.GetFiles(_directory.Path).Select(Path.GetFileName).Order());
    }

    public void Dispose() => _directory.Dispose();
}
