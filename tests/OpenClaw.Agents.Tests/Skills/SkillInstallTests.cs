using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using OpenClaw.Agents.Skills;
using OpenClaw.Agents.Skills.Install;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Protocol.Skills;

namespace OpenClaw.Agents.Tests.Skills;

public sealed class SkillInstallTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("brew", "formula", "jq", "brew install jq")]
    [InlineData("node", "package", "@scope/tool@1.2.3", "npm install -g --ignore-scripts @scope/tool@1.2.3")]
    [InlineData("go", "module", "github.com/a/b/cmd/c", "go install github.com/a/b/cmd/c@latest")]
    [InlineData("go", "module", "github.com/a/b@v1", "go install github.com/a/b@v1")]
    [InlineData("uv", "package", "ruff", "uv tool install ruff")]
    [InlineData("brew", "formula", "--force", null)]
    [InlineData("brew", "formula", "a;b", null)]
    [InlineData("node", "package", "../evil", null)]
    [InlineData("node", "package", "$(id)", null)]
    public async Task Only_what_looks_like_a_package_is_handed_to_an_installer(string kind, string field, string target, string? command)
    {
        await using var bench = Bench($$"""{"id":"i","kind":"{{kind}}","{{field}}":"{{target}}"}""");
        var runner = new Recorder(new CommandResult(0, "done", ""));

        var result = await Install(bench, runner);

        Assert.Equal(command is not null, result.Ok);
        Assert.Equal(command, runner.Last);
    }

    [Fact]
    public async Task A_failure_says_what_the_installer_said()
    {
        await using var bench = Bench("""{"id":"i","kind":"brew","formula":"jq"}""");

        var result = await Install(bench, new Recorder(new CommandResult(3, "", "warning\nNo such formula\n")));

        Assert.Equal((false, "brew failed with exit code 3: No such formula", 3L), (result.Ok, result.Message, result.Code));
    }

    [Fact]
    public async Task What_cannot_be_installed_is_said_before_anything_runs()
    {
        await using var bench = Bench("""{"id":"i","kind":"brew","formula":"jq","os":["darwin"]},{"id":"d","kind":"download","url":"http://127.0.0.1/x.zip"},{"id":"t","kind":"download","url":"https://example.com/x.zip","targetDir":"../../out"}""");
        var runner = new Recorder(new CommandResult(0, "", ""));

        Assert.Equal("Skill not found: nope", (await Install(bench, runner, "nope")).Message);
        Assert.StartsWith("Installer not found: x", (await Install(bench, runner, id: "x")).Message, StringComparison.Ordinal);
        Assert.Contains("darwin only", (await Install(bench, runner)).Message, StringComparison.Ordinal);
        Assert.StartsWith("the download failed", (await Install(bench, runner, id: "d")).Message, StringComparison.Ordinal);
        Assert.StartsWith("targetDir must", (await Install(bench, runner, id: "t")).Message, StringComparison.Ordinal);
        Assert.Null(runner.Last);
    }

    [Fact]
    public async Task A_missing_installer_is_named()
    {
        await using var bench = Bench("""{"id":"i","kind":"uv","package":"ruff"}""", programs: "");

        Assert.Equal("uv is not installed, or not on the PATH of the gateway", (await Install(bench, new Recorder(new CommandResult(0, "", "")))).Message);
    }

    [Fact]
    public void An_archive_cannot_write_outside_its_folder()
    {
        using var folder = new TempFolder();
        var inside = folder.Join("tools");
        Directory.CreateDirectory(inside);

        Assert.Null(Unpacker.Unpack(Zip("top/bin/tool", "top/readme"), "zip", inside, 1));
        Assert.Equal("x", File.ReadAllText(Path.Combine(inside, "bin", "tool")));
        Assert.NotNull(Unpacker.Unpack(Zip("../evil"), "zip", inside, 0));
        Assert.NotNull(Unpacker.Unpack(TarGz("a/../../evil"), "tar.gz", inside, 0));
        Assert.Null(Unpacker.Unpack(TarGz("ok/tool"), "tar.gz", inside, 0));
        Assert.NotNull(Unpacker.Unpack(Encoding.UTF8.GetBytes("no archive"), "zip", inside, 0));
        Assert.False(File.Exists(folder.Join("evil")));
        Assert.True(File.Exists(Path.Combine(inside, "ok", "tool")));
    }

    [Fact]
    public async Task A_real_command_runs_without_the_gateways_secrets()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "uses a shell");
        Environment.SetEnvironmentVariable("SKILL_TEST_TOKEN", "sk-secret");
        try
        {
            var result = await new CommandRunner().RunAsync("/bin/sh", ["-c", "echo \"[$SKILL_TEST_TOKEN]\"; echo no >&2; exit 4"], Ct);

            Assert.Equal(new CommandResult(4, "[]", "no"), result);
            Assert.Null((await new CommandRunner().RunAsync("/nowhere/program", [], Ct)).Code);
        }
        finally
        {
            Environment.SetEnvironmentVariable("SKILL_TEST_TOKEN", null);
        }
    }

    [Fact]
    public async Task The_status_shows_everything_but_secrets()
    {
        await using var bench = new Workbench("""
            {"skills":{"entries":{"vault":{"apiKey":"sk-very-secret","env":{"OTHER":"sk-other-secret"}}}},"channels":{"telegram":{"botToken":"sk-bot-secret","enabled":true}}}
            """);
        bench.Write(".openclaw/skills/vault/SKILL.md", """
            ---
            name: vault
            description: d
            metadata: {"openclaw":{"primaryEnv":"VAULT_KEY","requires":{"env":["VAULT_KEY","OTHER"],"config":["channels.telegram","channels.telegram.botToken","channels.none"]}}}
            ---
            """);

        var status = new SkillReport(bench.Agents, bench.SkillLibrary, bench.Gate).Status("main");

        var skill = Assert.Single(status.Skills);
        Assert.Equal((true, true, false), (skill.ConfigChecks[0].Satisfied, skill.ConfigChecks[1].Satisfied, skill.ConfigChecks[2].Satisfied));
        Assert.Empty(skill.Missing.Env);
        Assert.Equal(["channels.none"], skill.Missing.Config);
        var json = System.Text.Json.JsonSerializer.Serialize(status, Protocol.ProtocolJson.Default.SkillsStatusResult);
        Assert.DoesNotContain("secret", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Executables_of_all_agents_are_listed_once_and_sorted()
    {
        await using var bench = new Workbench("""{"agents":{"list":[{"id":"main"},{"id":"work"}]}}""");
        bench.Write(".openclaw/workspace/skills/a/SKILL.md", "---\nname: a\ndescription: d\nmetadata: {\"openclaw\":{\"requires\":{\"bins\":[\"z\",\"b\"]},\"install\":[{\"kind\":\"brew\",\"bins\":[\"c\"]}]}}\n---\n");
        bench.Write(".openclaw/workspace-work/skills/w/SKILL.md", "---\nname: w\ndescription: d\nmetadata: {\"openclaw\":{\"requires\":{\"anyBins\":[\"a\",\"b\"]}}}\n---\n");

        Assert.Equal(["a", "b", "c", "z"], new SkillReport(bench.Agents, bench.SkillLibrary, bench.Gate).Bins().Bins);
    }

    private static Workbench Bench(string installers, string programs = "brew npm go uv")
    {
        var bench = new Workbench();
        foreach (var program in programs.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var file = bench.Write($"bin/{program}", "#!/bin/sh\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        bench.SetEnvironment("PATH", Path.Combine(bench.Home, "bin"));
        bench.Write(".openclaw/skills/s/SKILL.md", $"---\nname: s\ndescription: d\nmetadata: {{\"openclaw\":{{\"install\":[{installers}]}}}}\n---\n");
        return bench;
    }

    private static async Task<SkillsInstallResult> Install(Workbench bench, ICommandRunner runner, string name = "s", string id = "i")
    {
        using var installer = new SkillInstaller(bench.Agents, bench.SkillLibrary, bench.Gate, runner, bench.Time);
        return await installer.InstallAsync(new SkillsInstallParams { Name = name, InstallId = id }, Ct);
    }

    private static byte[] Zip(params string[] names)
    {
        var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write('x');
            }
        }

        return buffer.ToArray();
    }

    private static byte[] TarGz(string name)
    {
        var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionMode.Compress, leaveOpen: true))
        using (var tar = new TarWriter(gzip))
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream("x"u8.ToArray()) });
        return buffer.ToArray();
    }

    private sealed class Recorder(CommandResult result) : ICommandRunner
    {
        public string? Last { get; private set; }

        public Task<CommandResult> RunAsync(string file, IReadOnlyList<string> arguments, CancellationToken ct)
        {
            Last = $"{Path.GetFileName(file)} {string.Join(' ', arguments)}";
            return Task.FromResult(result);
        }
    }
}
