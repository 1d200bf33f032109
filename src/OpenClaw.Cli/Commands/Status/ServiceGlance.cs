using System.Text.Json.Nodes;
using OpenClaw.Cli.Invocation;
using OpenClaw.Operations.Locks;

namespace OpenClaw.Cli.Commands.Status;

/// <summary>
/// What can be told about the supervisor without asking it: whether a unit of ours is installed, and whether a gateway holds the
/// lock of this state directory.
/// </summary>
internal sealed record ServiceGlance
{
    /// <summary><c>systemd</c>, <c>LaunchAgent</c>, <c>Scheduled Task</c>.</summary>
    public required string Label { get; init; }

    public required string LoadedText { get; init; }

    public required string NotLoadedText { get; init; }

    /// <summary>The unit file, when there is one.</summary>
    public string? UnitFile { get; init; }

    public bool Installed => UnitFile is not null;

    /// <summary>The gateway on this state directory, service or not.</summary>
    public LockHolder? Running { get; init; }

    /// <summary><c>running (pid 12)</c> or <c>stopped</c>.</summary>
    public string Runtime => Running switch
    {
        { Pid: { } pid } => $"running (pid {pid})",
        not null => "running",
        null => "stopped",
    };

    public static ServiceGlance Of(CliContext context)
    {
        var profile = context.Paths.Profile;
        var home = context.Paths.Home;
        var running = GatewayLock.FindHolder(context.Paths.StateDir);
        if (OperatingSystem.IsMacOS())
        {
            var name = profile is null ? "bot.molt.gateway" : $"bot.molt.{profile}";
            return Glance("LaunchAgent", "loaded", "not loaded", Path.Combine(home, "Library", "LaunchAgents", $"{name}.plist"), running);
        }
        if (OperatingSystem.IsWindows())
            return Glance("Scheduled Task", "registered", "missing", Path.Combine(context.Paths.StateDir, "gateway.cmd"), running);
        var unit = profile is null ? "openclaw-gateway.service" : $"openclaw-gateway-{profile}.service";
        return Glance("systemd", "enabled", "disabled", Path.Combine(home, ".config", "systemd", "user", unit), running);
    }

    /// <summary>As in <c>gateway status</c>.</summary>
    public JsonObject ToStatusJson() => new()
    {
        ["label"] = Label,
        ["loaded"] = Installed,
        ["loadedText"] = LoadedText,
        ["notLoadedText"] = NotLoadedText,
        ["command"] = null,
        ["runtime"] = Running is { } holder
            ? new JsonObject { ["status"] = "running", ["pid"] = holder.Pid }
            : new JsonObject { ["status"] = "stopped" },
        ["configAudit"] = new JsonObject { ["ok"] = true, ["issues"] = new JsonArray() },
    };

    /// <summary>As in <c>status</c>.</summary>
    public JsonObject ToShortJson() => new()
    {
        ["label"] = Label,
        ["installed"] = Installed,
        ["loadedText"] = Installed ? LoadedText : NotLoadedText,
        ["runtimeShort"] = Runtime,
    };

    private static ServiceGlance Glance(string label, string loaded, string notLoaded, string file, LockHolder? running) => new()
    {
        Label = label,
        LoadedText = loaded,
        NotLoadedText = notLoaded,
        UnitFile = File.Exists(file) ? file : null,
        Running = running,
    };
}
