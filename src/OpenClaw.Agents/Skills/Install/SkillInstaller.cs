using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Tools.Web;
using OpenClaw.Protocol.Skills;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Skills.Install;

/// <summary><c>skills.install</c> (spec 02 §13): installs what a skill needs, one at a time, and says truthfully what came of it.</summary>
public sealed class SkillInstaller(AgentDirectory agents, SkillLibrary library, SkillGate gate, ICommandRunner runner, TimeProvider time) : IDisposable
{
    private const long DefaultTimeoutMs = 300_000;
    private const long MaxTimeoutMs = 900_000;
    private const long MaxDownload = 128L * 1024 * 1024;

    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Installs; every outcome is a result.</summary>
    public async Task<SkillsInstallResult> InstallAsync(SkillsInstallParams wanted, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        if (library.Of(agents.DefaultId).Skills.FirstOrDefault(skill => skill.Name == wanted.Name || skill.Key == wanted.Name) is not { } skill)
            return Failed($"Skill not found: {wanted.Name}");
        if (skill.Install.FirstOrDefault(install => install.Id == wanted.InstallId) is not { } install)
            return Failed($"Installer not found: {wanted.InstallId} (of {skill.Name}: {(skill.Install.Count == 0 ? "none" : string.Join(", ", skill.Install.Select(static one => one.Id)))})");
        if (!gate.Fits(install.Os))
            return Failed($"the installer \"{install.Id}\" is for {string.Join(", ", install.Os)} only");
        var limit = TimeSpan.FromMilliseconds(Math.Clamp(wanted.TimeoutMs ?? DefaultTimeoutMs, 1000, MaxTimeoutMs));
        using var deadline = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        try
        {
            await _one.WaitAsync(either.Token).ConfigureAwait(false);
            try
            {
                return install.Kind == "download"
                    ? await DownloadAsync(skill, install, limit, either.Token).ConfigureAwait(false)
                    : await RunAsync(install, either.Token).ConfigureAwait(false);
            }
            finally
            {
                _one.Release();
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Failed($"not finished within {limit.TotalSeconds:0} s; it was stopped");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<SkillsInstallResult> RunAsync(SkillInstall install, CancellationToken ct)
    {
        var (program, arguments, problem) = InstallCommand.Of(install, agents.Config.Skills.NodeManager);
        if (program is null)
            return Failed(problem!);
        if (SkillGate.Locate(program, agents.Environment) is not { } file)
            return Failed($"{program} is not installed, or not on the PATH of the gateway");
        var result = await runner.RunAsync(file, arguments, ct).ConfigureAwait(false);
        return new SkillsInstallResult
        {
            Ok = result.Code == 0,
            Message = result.Code switch
            {
                0 => "Installed",
                null => $"{program} could not be started: {result.Stderr}",
                _ => $"{program} failed with exit code {result.Code}{Tail(result)}",
            },
            Stdout = result.Stdout,
            Stderr = result.Stderr,
            Code = result.Code,
        };
    }

    private async Task<SkillsInstallResult> DownloadAsync(Skill skill, SkillInstall install, TimeSpan limit, CancellationToken ct)
    {
        if (install.Target is not { } url)
            return Failed($"the installer \"{install.Id}\" has no url");
        var tools = Path.Combine(agents.Paths.StateDir, "tools");
        AtomicFile.EnsureDirectory(tools);
        if (PathGuard.Under(tools, Path.Combine(tools, install.TargetDir ?? skill.Key)) is not { } folder || folder == tools)
            return Failed($"targetDir must name a folder below {agents.Paths.Shorten(tools)}");
        using var http = new GuardedHttp(time);
        var (answer, failure) = await http.GetAsync(new GuardedRequest { Url = url, MaxBytes = MaxDownload, Timeout = limit }, ct).ConfigureAwait(false);
        if (answer is null)
            return Failed($"the download failed: {failure!.Message}");
        if (answer.Status is < 200 or >= 300)
            return Failed($"the download failed: the server answered {answer.Status}");
        var name = Path.GetFileName(answer.FinalUrl.AbsolutePath);
        var archive = install.Archive ?? (name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? "zip" : name.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase) ? "tar.gz" : null);
        if (install.Extract ?? archive is not null)
        {
            if (archive is not ("zip" or "tar.gz"))
                return Failed($"archives of the kind \"{archive ?? name}\" cannot be unpacked by this release; zip and tar.gz can");
            return Unpacker.Unpack(answer.Body.ToArray(), archive, folder, install.StripComponents) is { } broken ? Failed(broken) : Done(folder);
        }

        if (!PathGuard.IsFileId(name))
            return Failed($"\"{name}\" cannot be used as a file name");
        await AtomicFile.WriteAsync(Path.Combine(folder, name), answer.Body, AtomicFile.OwnerOnly | UnixFileMode.UserExecute, ct).ConfigureAwait(false);
        return Done(folder);
    }

    private SkillsInstallResult Done(string folder) =>
        new() { Ok = true, Message = $"Downloaded to {agents.Paths.Shorten(folder)}", Stdout = string.Empty, Stderr = string.Empty, Code = 0 };

    private static string Tail(CommandResult result)
    {
        var text = result.Stderr.Length > 0 ? result.Stderr : result.Stdout;
        var line = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault();
        return line is null ? string.Empty : $": {(line.Length <= 200 ? line : line[..199] + "…")}";
    }

    private static SkillsInstallResult Failed(string message) =>
        new() { Ok = false, Message = message, Stdout = string.Empty, Stderr = string.Empty, Code = null };
}
