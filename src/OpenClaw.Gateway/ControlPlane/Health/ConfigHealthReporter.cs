using OpenClaw.Configuration;
using OpenClaw.Configuration.Paths;
using OpenClaw.Protocol.Health;

namespace OpenClaw.Gateway.ControlPlane.Health;

/// <summary>Health as far as the config tells.</summary>
internal sealed class ConfigHealthReporter(Func<ConfigSnapshot> config, ConfigPaths paths) : IHealthReporter
{
    /// <inheritdoc/>
    public ValueTask<HealthResult> ReportAsync(bool probe, CancellationToken cancellationToken)
    {
        _ = config().Config;
        var sessions = new SessionsGlance { Path = Path.Combine(paths.AgentsDir, "main", "sessions", "sessions.json"), Count = 0, Recent = [] };
        return ValueTask.FromResult(new HealthResult
        {
            Ok = true,
            Ts = 0,
            DurationMs = 0,
            Channels = new Dictionary<string, System.Text.Json.JsonElement>(),
            ChannelOrder = [],
            ChannelLabels = new Dictionary<string, string>(),
            HeartbeatSeconds = 0,
            DefaultAgentId = "main",
            Agents = [],
            Sessions = sessions,
        });
    }
}
