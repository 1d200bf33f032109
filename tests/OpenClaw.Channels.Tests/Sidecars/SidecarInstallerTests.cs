using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using OpenClaw.Channels.Sidecars.Install;
using OpenClaw.Channels.Tests.Support;
using OpenClaw.Configuration;

namespace OpenClaw.Channels.Tests.Sidecars;

public sealed class SidecarInstallerTests : IDisposable
{
    private const string Install = "mkdir -p node_modules/dep && echo '{}' > node_modules/dep/package.json";
    private readonly TemporaryDirectory _folder = new();
    private readonly List<string> _progress = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_files_come_out_of_the_program_and_the_packages_from_npm()
    {
        var installed = await EnsureAsync(Installer(), Npm($"echo \"$@\" > {_folder["arguments"]}; {Install}"));

        Assert.Equal(_folder["root", "1.2.3-" + Bundle().Version[6..]], installed.Directory);
        Assert.Equal("code", File.ReadAllText(Path.Combine(installed.Directory!, "src", "main.js")));
        Assert.Equal("ci --ignore-scripts --omit=dev --omit=peer --no-audit --no-fund --loglevel=error\n", File.ReadAllText(_folder["arguments"]));
        Assert.Equal(2, _progress.Count);
        Assert.Empty(Directory.EnumerateDirectories(_folder["root"], ".unfinished*"));
    }

    [Fact]
    public async Task What_is_there_is_used_without_npm_and_without_a_word()
    {
        await EnsureAsync(Installer(), Npm(Install));
        _progress.Clear();

        var again = await EnsureAsync(Installer(), Npm("exit 1"));

        Assert.NotNull(again.Directory);
        Assert.Empty(_progress);
        Assert.Equal(again, Installer().Find());
    }

    [Theory]
    [InlineData("node_modules/dep/package.json")]
    [InlineData("src/main.js")]
    [InlineData("package-lock.json")]
    public async Task What_is_damaged_is_made_anew(string lost)
    {
        var first = await EnsureAsync(Installer(), Npm(Install));
        File.Delete(Path.Combine(first.Directory!, lost));
        Assert.Null(Installer().Find());

        await EnsureAsync(Installer(), Npm(Install));

        Assert.NotNull(Installer().Find());
        Assert.True(File.Exists(Path.Combine(first.Directory!, lost)));
    }

    [Theory]
    [InlineData("echo 'npm error code EAI_AGAIN' >&2; echo 'npm error request to https://user:hunter2@registry failed' >&2; exit 1", "could not reach its registry (EAI_AGAIN)")]
    [InlineData("echo 'npm ERR! code ENOSPC' >&2; exit 1", "the disk is full")]
    [InlineData("echo 'npm error code E404' >&2; exit 1", "does not hand out a package")]
    [InlineData("exit 3", "npm ended with code 3")]
    [InlineData("exit 0", "node_modules/dep is not there")]
    public async Task A_failure_is_explained_and_leaves_nothing_behind(string npm, string words)
    {
        var installed = await EnsureAsync(Installer(), Npm(npm));

        Assert.Null(installed.Directory);
        Assert.Contains(words, installed.Problem);
        Assert.DoesNotContain("hunter2", installed.Problem);
        Assert.Empty(Directory.EnumerateDirectories(_folder["root"]));
    }

    [Fact]
    public async Task Missing_npm_is_told()
    {
        var node = new NodeRuntime(_folder.Script("alone/node", ""), new Version(20, 0));

        var installed = await Installer(new() { ["PATH"] = _folder["nowhere"] }).EnsureAsync(node, _progress.Add, TestContext.Current.CancellationToken);

        Assert.Contains("npm is needed", installed.Problem);
    }

    [Fact]
    public async Task Two_at_the_same_time_install_once()
    {
        var node = Npm($"echo x >> {_folder["count"]}; sleep 0.2; {Install}");

        var both = await Task.WhenAll(EnsureAsync(Installer(), node), EnsureAsync(Installer(), node));

        Assert.All(both, i => Assert.NotNull(i.Directory));
        Assert.Equal("x\n", File.ReadAllText(_folder["count"]));
    }

    [Fact]
    public async Task One_that_is_given_up_leaves_nothing_behind()
    {
        using var stop = new CancellationTokenSource();
        var install = Installer().EnsureAsync(Npm($"echo x > {_folder["began"]}; exec sleep 30"), _progress.Add, stop.Token);
        while (!File.Exists(_folder["began"]))
            await Task.Delay(5, TestContext.Current.CancellationToken);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => install);
        Assert.Empty(Directory.EnumerateDirectories(_folder["root"]));
    }

    [Fact]
    public async Task One_older_version_stays()
    {
        foreach (var (name, day) in new[] { ("0.1-a", 1), ("0.2-b", 2), ("0.3-c", 3) })
            Directory.CreateDirectory(_folder["root", name]).LastWriteTimeUtc = new DateTime(2026, 1, day, 0, 0, 0, DateTimeKind.Utc);

        await EnsureAsync(Installer(), Npm(Install));

        Assert.Equal([Bundle().Version, "0.3-c"], Directory.EnumerateDirectories(_folder["root"]).Select(d => Path.GetFileName(d)!).Order().Reverse());
    }

    [Fact]
    public async Task Npm_sees_no_secret_of_ours()
    {
        var installer = Installer(new() { ["OPENAI_API_KEY"] = "secret", ["NPM_CONFIG_X"] = "1", ["NODE_OPTIONS"] = "--require=/evil.js", ["PATH"] = "/usr/bin:/bin", ["https_proxy"] = "p" });

        await EnsureAsync(installer, Npm($"env > {_folder["env"]}; {Install}"));

        var seen = File.ReadAllText(_folder["env"]);
        Assert.Contains("NPM_CONFIG_X=1", seen);
        Assert.Contains("https_proxy=p", seen);
        Assert.Contains($"PATH={_folder["bin"]}:/usr/bin:/bin", seen);
        Assert.DoesNotContain("secret", seen);
        Assert.DoesNotContain("NODE_OPTIONS", seen);
    }

    [Fact]
    public async Task A_folder_that_packagers_name_is_used_as_it_is()
    {
        var whole = await EnsureAsync(Installer(), Npm(Install));
        Directory.Move(whole.Directory!, _folder["packaged"]);
        Directory.CreateDirectory(_folder["given"]);
        Directory.Move(_folder["packaged"], _folder["given", "test"]);
        var installer = Installer(new() { ["OPENCLAW_SIDECARS"] = _folder["given"] });

        Assert.Equal(_folder["given", "test"], installer.Find()!.Directory);
        File.Delete(_folder["given", "test", "node_modules", "dep", "package.json"]);
        Assert.Contains("node_modules/dep is not there", installer.Find()!.Problem);
    }

    [Fact]
    public void The_real_sidecar_travels_in_the_program()
    {
        var bundle = SidecarBundle.Embedded("whatsapp");

        Assert.Equal("src/main.js", bundle.EntryPoint);
        Assert.Contains("src/rpc/peer.js", bundle.Files.Keys);
        Assert.Contains("package-lock.json", bundle.Files.Keys);
        Assert.DoesNotContain(bundle.Files.Keys, k => k.Contains("test"));
    }

    private static SidecarBundle Bundle() => SidecarBundle.Of("test", new Dictionary<string, byte[]>
    {
        ["package.json"] = """{"version":"1.2.3","main":"src/main.js"}"""u8.ToArray(),
        ["package-lock.json"] = """{"packages":{"":{},"node_modules/dep":{},"node_modules/other":{"peer":true},"node_modules/tool":{"dev":true}}}"""u8.ToArray(),
        ["src/main.js"] = Encoding.UTF8.GetBytes("code"),
    });

    private SidecarInstaller Installer(Dictionary<string, string>? environment = null) => new(
        Bundle(), _folder["root"], new EnvironmentVariables(environment ?? new() { ["PATH"] = "/usr/bin:/bin" }), TimeProvider.System, NullLogger.Instance);

    private NodeRuntime Npm(string script)
    {
        _folder.Script("bin/npm", script);
        return new NodeRuntime(_folder["bin", "node"], new Version(20, 0));
    }

    private Task<InstalledSidecar> EnsureAsync(SidecarInstaller installer, NodeRuntime node) =>
        installer.EnsureAsync(node, _progress.Add, TestContext.Current.CancellationToken);
}
