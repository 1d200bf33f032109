using System.Text.Json;
using Microsoft.Extensions.Logging;
using OpenClaw.Channels.Sidecars;
using OpenClaw.Channels.Sidecars.Install;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Paths;

namespace OpenClaw.Channels.WhatsApp;

/// <summary>How the WhatsApp sidecar is spoken to (sidecars/whatsapp/README.md).</summary>
public static class WhatsAppSidecar
{
    /// <summary>Address of a stand-in for WhatsApp in tests; the sidecar takes loopback addresses alone.</summary>
    public const string TestUrlVariable = "OPENCLAW_WHATSAPP_TEST_URL";

    /// <summary>Events that may be on their way and not acknowledged.</summary>
    internal const int Window = 64;

    /// <summary>Pause after a failed installation: the network may be back later.</summary>
    internal static readonly TimeSpan InstallPause = TimeSpan.FromMinutes(5);

    /// <summary>What a large file may take.</summary>
    internal static readonly TimeSpan MediaLimit = TimeSpan.FromMinutes(10);

    /// <summary>Pause after the sidecar used up its attempts: a router may be back later.</summary>
    internal static readonly TimeSpan GaveUpPause = TimeSpan.FromMinutes(5);

    /// <summary>The folder files travel through; nothing else is read or written by the sidecar.</summary>
    public static string MediaDir(ConfigPaths paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return Path.Combine(paths.StateDir, "media", "whatsapp");
    }

    /// <summary>How the process is started and greeted.</summary>
    /// <param name="paths">Where state is kept.</param>
    /// <param name="environment">Looked at for <see cref="TestUrlVariable"/>.</param>
    /// <param name="version">Version of the gateway.</param>
    /// <param name="prepare">Finds and installs the program.</param>
    public static SidecarSpec Spec(ConfigPaths paths, EnvironmentVariables environment, string version, Func<CancellationToken, Task<SidecarPlan>> prepare)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(environment);
        return new SidecarSpec
        {
            Name = "WhatsApp sidecar",
            Prepare = prepare,
            Initialize = w =>
            {
                w.WriteNumber("protocol"u8, 1);
                w.WriteStartObject("gateway"u8);
                w.WriteString("version"u8, version);
                w.WriteNumber("pid"u8, Environment.ProcessId);
                w.WriteEndObject();
                w.WriteString("channel"u8, WhatsAppChannel.Id);
                w.WriteString("stateDir"u8, paths.StateDir);
                w.WriteString("mediaDir"u8, MediaDir(paths));
                w.WriteNumber("window"u8, Window);
                if (environment[TestUrlVariable] is not { } url)
                    return;
                w.WriteStartObject("test"u8);
                w.WriteString("wsUrl"u8, url);
                w.WriteEndObject();
            },
        };
    }

    /// <summary>Finds what to start, and installs it when it is not there.</summary>
    /// <param name="config">Names the runtime: <c>channels.whatsapp.sidecar.node</c>.</param>
    /// <param name="paths">Where it is installed.</param>
    /// <param name="time">Clock.</param>
    /// <param name="logger">Log.</param>
    /// <param name="progress">Lines for people, only when something is installed.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<SidecarPlan> PrepareAsync(
        ConfigSnapshot config, ConfigPaths paths, TimeProvider time, ILogger logger, Action<string> progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(paths);
        var configured = config.Config.Channels?[WhatsAppChannel.Id]?["sidecar"]?["node"];
        var (node, noNode) = await NodeRuntime.FindAsync(
            configured?.GetValueKind() == JsonValueKind.String ? configured.GetValue<string>() : null, "channels.whatsapp.sidecar.node", config.Environment, ct).ConfigureAwait(false);
        if (node is null)
            return SidecarPlan.Failed(noNode!);
        var bundle = SidecarBundle.Embedded(WhatsAppChannel.Id);
        var installer = new SidecarInstaller(bundle, Path.Combine(paths.StateDir, "sidecars", WhatsAppChannel.Id), config.Environment, time, logger);
        var installed = await installer.EnsureAsync(node, progress, ct).ConfigureAwait(false);
        return installed.Directory is { } directory
            ? new SidecarPlan(new SidecarProgram(node.Path, [Path.Combine(directory, bundle.EntryPoint)], directory, SidecarEnvironment.Of(config.Environment)))
            : SidecarPlan.Failed(installed.Problem ?? "the WhatsApp sidecar could not be installed", InstallPause);
    }

    /// <summary>The members of <c>account.start</c>.</summary>
    internal static void WriteStart(Utf8JsonWriter w, string accountId, string authDir, ConfigSnapshot config)
    {
        w.WriteString("accountId"u8, accountId);
        w.WriteString("authDir"u8, authDir);
        WriteConfig(w, config.Config.Web);
    }

    /// <summary>The member <c>config</c> of <c>account.start</c> and <c>login.start</c>.</summary>
    internal static void WriteConfig(Utf8JsonWriter w, WebConfig web)
    {
        w.WriteStartObject("config"u8);
        w.WriteNumber("stableMs"u8, web.HeartbeatSeconds * 1000);
        w.WriteStartObject("reconnect"u8);
        w.WriteNumber("initialMs"u8, web.Reconnect.InitialMs);
        w.WriteNumber("maxMs"u8, web.Reconnect.MaxMs);
        w.WriteNumber("factor"u8, web.Reconnect.Factor);
        w.WriteNumber("jitter"u8, web.Reconnect.Jitter);
        w.WriteNumber("maxAttempts"u8, web.Reconnect.MaxAttempts);
        w.WriteEndObject();
        w.WriteEndObject();
    }
}
