using CliWrap;
using CliWrap.Buffered;
using Microsoft.Extensions.Logging;
using OpenClaw.Configuration;
using OpenClaw.Storage;

namespace OpenClaw.Channels.Sidecars.Install;

/// <summary>
/// Puts a sidecar on the disk: its files out of this program, its packages by npm, whole or not at all. What is there and complete is used
/// as it is; what is damaged is made anew. Several processes may try at the same time; one works, the others wait for it.
/// </summary>
/// <param name="bundle">What to install.</param>
/// <param name="root">Folder of the sidecar's versions, <c>&lt;state&gt;/sidecars/&lt;name&gt;</c>.</param>
/// <param name="environment">PATH, proxies, settings of npm.</param>
/// <param name="time">Clock.</param>
/// <param name="logger">Told of installations.</param>
public sealed class SidecarInstaller(SidecarBundle bundle, string root, EnvironmentVariables environment, TimeProvider time, ILogger logger)
{
    // Measured: 3 to 5 s and 30 MB; a slow line may take minutes.
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);

    // One older version stays: a gateway that is being replaced may still run it.
    private const int KeptVersions = 2;
    private const string Unfinished = ".unfinished-";
    private static readonly string[] s_arguments = ["ci", "--ignore-scripts", "--omit=dev", "--omit=peer", "--no-audit", "--no-fund", "--loglevel=error"];

    private readonly string _place = Path.Combine(root, bundle.Version);

    /// <summary>
    /// The folder to run from, when everything is there: one that <c>OPENCLAW_SIDECARS</c> names, one beside the program, or one that was
    /// installed. The first two are for packagers and never changed by us.
    /// </summary>
    public InstalledSidecar? Find()
    {
        if (environment["OPENCLAW_SIDECARS"] is { } given)
        {
            var named = Path.Combine(Path.GetFullPath(given), bundle.Name);
            return SidecarPackages.Missing(named) is { } missing
                ? new InstalledSidecar(null, $"OPENCLAW_SIDECARS names {given}, but {missing} is not there. Install it: cd {named} && npm ci --ignore-scripts --omit=dev --omit=peer")
                : new InstalledSidecar(named);
        }

        var beside = Path.Combine(AppContext.BaseDirectory, "sidecars", bundle.Name);
        if (SidecarPackages.Missing(beside) is null)
            return new InstalledSidecar(beside);
        return IsWhole(_place) ? new InstalledSidecar(_place) : null;
    }

    /// <summary>The folder to run from; installs when needed.</summary>
    /// <param name="node">What will run it; npm is looked for beside it.</param>
    /// <param name="progress">Lines for people, only when something is installed.</param>
    /// <param name="ct">Gives up; nothing half-made stays.</param>
    public async Task<InstalledSidecar> EnsureAsync(NodeRuntime node, Action<string> progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(progress);
        if (Find() is { } found)
            return found;
        try
        {
            using var held = await FileLock.AcquireAsync(Path.Combine(root, "install.lock"), s_limit, time, $"{Environment.ProcessId}", ct).ConfigureAwait(false);
            if (held is null)
                return new InstalledSidecar(null, $"another process has been installing the {bundle.Name} sidecar for {s_limit.TotalMinutes:0} minutes; is it stuck? Its lock is {Path.Combine(root, "install.lock")}");
            return Find() ?? await InstallAsync(node, progress, ct).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new InstalledSidecar(null, $"the {bundle.Name} sidecar cannot be written to {root}: {problem.Message}");
        }
    }

    private async Task<InstalledSidecar> InstallAsync(NodeRuntime node, Action<string> progress, CancellationToken ct)
    {
        var npm = ProgramSearch.In("npm", Path.GetDirectoryName(node.Path)!) ?? ProgramSearch.Find("npm", environment);
        if (npm is null)
            return new InstalledSidecar(null, $"npm is needed to install the {bundle.Name} sidecar and was not found beside {node.Path} nor in PATH. Install it (Debian: apt-get install npm).");
        Directory.EnumerateDirectories(root, Unfinished + "*").ToList().ForEach(Remove);
        var draft = Path.Combine(root, Unfinished + Guid.NewGuid().ToString("N"));
        var began = time.GetTimestamp();
        progress($"Installing the {bundle.Name} sidecar (about 30 MB, once) …");
        try
        {
            foreach (var (path, content) in bundle.Files)
                AtomicFile.Write(Path.Combine(draft, path), content);
            if (await NpmAsync(npm, node, draft, ct).ConfigureAwait(false) is { } failure)
                return new InstalledSidecar(null, failure);
            if (SidecarPackages.Missing(draft) is { } missing)
                return new InstalledSidecar(null, $"npm ended without an error, but {missing} is not there");
            Remove(_place);
            Directory.Move(draft, _place);
        }
        finally
        {
            Remove(draft);
        }

        RemoveOldVersions();
        var done = $"Installed the {bundle.Name} sidecar in {time.GetElapsedTime(began).TotalSeconds:0} s.";
        progress(done);
        SidecarLog.Install(logger, done);
        return new InstalledSidecar(_place);
    }

    private async Task<string?> NpmAsync(string npm, NodeRuntime node, string directory, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(s_limit);
        try
        {
            var run = await Cli.Wrap(npm).WithArguments(s_arguments).WithWorkingDirectory(directory)
                .WithEnvironmentVariables(SidecarEnvironment.Replacing(SidecarEnvironment.OfNpm(environment, Path.GetDirectoryName(node.Path)!)))
                .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(limit.Token).ConfigureAwait(false);
            return run.ExitCode == 0 ? null : NpmFailure.Explain(bundle.Name, run.ExitCode, run.StandardError);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return $"npm did not finish within {s_limit.TotalMinutes:0} minutes; check the network and try again";
        }
        catch (Exception problem) when (problem is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            return $"{npm} could not be started: {problem.Message}";
        }
    }

    // Our own files byte for byte, and every package of the list.
    private bool IsWhole(string directory) =>
        bundle.Files.All(file => new FileInfo(Path.Combine(directory, file.Key)) is { Exists: true } info && info.Length == file.Value.Length)
        && SidecarPackages.Missing(directory) is null;

    private void RemoveOldVersions()
    {
        foreach (var old in new DirectoryInfo(root).EnumerateDirectories().Where(d => d.Name != bundle.Version && !d.Name.StartsWith('.'))
            .OrderByDescending(static d => d.LastWriteTimeUtc).Skip(KeptVersions - 1))
            Remove(old.FullName);
    }

    private static void Remove(string directory)
    {
        if (!Directory.Exists(directory))
            return;
        try
        {
            Directory.Delete(directory, recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Left for the next installation; it never counts as installed.
        }
    }
}
