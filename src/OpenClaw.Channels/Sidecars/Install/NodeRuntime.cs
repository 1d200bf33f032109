using System.Globalization;
using CliWrap;
using CliWrap.Buffered;
using OpenClaw.Configuration;

namespace OpenClaw.Channels.Sidecars.Install;

/// <summary>The Node.js that sidecars run on (spec 10 §12.7).</summary>
/// <param name="Path">Its program.</param>
/// <param name="Version">Its version, e.g. <c>20.20.2</c>.</param>
public sealed record NodeRuntime(string Path, Version Version)
{
    /// <summary>The oldest release that works.</summary>
    public const int OldestMajor = 20;

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    /// <summary>Looks at the config, then <c>OPENCLAW_NODE</c>, then PATH. The first that is named counts, also when it does not work.</summary>
    /// <param name="configured">Value of the config key; null: not set.</param>
    /// <param name="key">The config key, for messages.</param>
    /// <param name="environment">Where to look.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The runtime, or what is wrong with the fix.</returns>
    public static async Task<(NodeRuntime? Node, string? Problem)> FindAsync(
        string? configured, string key, EnvironmentVariables environment, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var named = configured ?? environment["OPENCLAW_NODE"];
        var source = configured is not null ? key : "OPENCLAW_NODE";
        var path = named ?? ProgramSearch.Find("node", environment);
        if (path is null)
        {
            return (null, $"Node.js {OldestMajor} or newer is needed and none was found. Install it (Debian: apt-get install nodejs npm; macOS: brew install node; "
                + $"others: https://nodejs.org), or name it in {key} or OPENCLAW_NODE.");
        }

        if (named is not null && !File.Exists(named))
            return (null, $"{source} names {named}, which does not exist. Correct it, or remove it to use the node in PATH.");
        var version = await VersionOfAsync(path, environment, ct).ConfigureAwait(false);
        if (version is null)
            return (null, $"{path} did not say its version; is it Node.js? {Name(named is null ? null : source)}");
        return version.Major < OldestMajor
            ? (null, $"{path} is Node.js {version}; {OldestMajor} or newer is needed. Update it, or name a newer one in {key} or OPENCLAW_NODE.")
            : (new NodeRuntime(path, version), null);
    }

    private static string Name(string? source) => source is null ? "It is the first node in PATH." : $"It is named in {source}.";

    private static async Task<Version?> VersionOfAsync(string path, EnvironmentVariables environment, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(s_limit);
        try
        {
            var run = await Cli.Wrap(path).WithArguments("--version").WithEnvironmentVariables(SidecarEnvironment.Replacing(environment))
                .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(limit.Token).ConfigureAwait(false);
            var text = run.StandardOutput.Trim().TrimStart('v').Split('-')[0];
            return run.ExitCode == 0 && Version.TryParse(text, out var version) && int.TryParse(text.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out _)
                ? version
                : null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception problem) when (problem is System.ComponentModel.Win32Exception or InvalidOperationException or IOException)
        {
            return null;
        }
    }
}
