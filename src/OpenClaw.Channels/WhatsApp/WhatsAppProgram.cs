using Microsoft.Extensions.Logging;
using OpenClaw.Channels.Sidecars;
using OpenClaw.Channels.Sidecars.Install;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Paths;

namespace OpenClaw.Channels.WhatsApp;

/// <summary>The sidecar's program on this machine: the Node.js it runs on and its packages, installed when it is first needed.</summary>
/// <param name="paths">Where it is installed.</param>
/// <param name="config">Names the Node.js (<c>channels.whatsapp.sidecar.node</c>); its environment says how to reach the network.</param>
/// <param name="time">Clock.</param>
/// <param name="logger">Told of installations.</param>
/// <param name="progress">Lines for people while something is installed; null: nobody looks.</param>
public sealed class WhatsAppProgram(ConfigPaths paths, Func<ConfigSnapshot> config, TimeProvider time, ILogger logger, Action<string>? progress = null)
{
    private const string NodeKey = "channels.whatsapp.sidecar.node";

    // Somebody installs Node.js, or the network comes back: found without a restart, and looking costs next to nothing.
    private static readonly TimeSpan s_again = TimeSpan.FromMinutes(5);

    private readonly Lazy<SidecarBundle> _bundle = new(static () => SidecarBundle.Embedded(WhatsAppChannel.Id));

    /// <summary>A host for it, which starts nothing before it is used.</summary>
    /// <param name="version">Version of the gateway.</param>
    public SidecarHost Host(string version) => new(WhatsAppSidecar.Spec(paths, config().Environment, version, PrepareAsync), time, logger);

    /// <summary>What to start.</summary>
    /// <param name="ct">Gives up.</param>
    public async Task<SidecarPlan> PrepareAsync(CancellationToken ct)
    {
        var snapshot = config();
        var named = (string?)snapshot.Config.Channels?[WhatsAppChannel.Id]?["sidecar"]?["node"];
        var environment = snapshot.Environment;
        var (node, problem) = await NodeRuntime.FindAsync(named is null ? null : paths.Expand(named), NodeKey, environment, ct).ConfigureAwait(false);
        if (node is null)
            return SidecarPlan.Failed($"WhatsApp cannot start: {problem}", s_again);
        var installer = new SidecarInstaller(_bundle.Value, Path.Combine(paths.StateDir, "sidecars", WhatsAppChannel.Id), environment, time, logger);
        var installed = await installer.EnsureAsync(node, progress ?? (static _ => { }), ct).ConfigureAwait(false);
        return installed.Directory is { } directory
            ? new SidecarPlan(new SidecarProgram(node.Path, [Path.Combine(directory, _bundle.Value.EntryPoint)], directory, SidecarEnvironment.Of(environment)))
            : SidecarPlan.Failed($"WhatsApp cannot start: {installed.Problem}", s_again);
    }
}
