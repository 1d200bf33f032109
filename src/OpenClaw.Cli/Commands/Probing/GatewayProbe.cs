using System.Text.Json;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Client;
using OpenClaw.Protocol.Presence;

namespace OpenClaw.Cli.Commands.Probing;

/// <summary>Connects to one gateway and asks it the four things a status needs, at once.</summary>
internal static class GatewayProbe
{
    private static readonly byte[] s_empty = "{}"u8.ToArray();

    /// <summary>Never throws for what a gateway or a network does.</summary>
    public static async Task<ProbeResult> RunAsync(CliContext context, ProbeTarget target, TimeSpan total, CancellationToken cancellationToken)
    {
        var budget = target.Budget is { } own && own < total ? own : total;
        var result = new ProbeResult { Target = target };
        var started = context.Time.GetTimestamp();
        try
        {
            await using var client = await GatewayLink.ProbeAsync(context, target.Gateway, budget, cancellationToken).ConfigureAwait(false);
            result = result with
            {
                Ok = true,
                LatencyMs = (long)context.Time.GetElapsedTime(started).TotalMilliseconds,
                Version = client.Hello.Server.Version,
                Self = client.Hello.Snapshot.Presence.FirstOrDefault(p => p.Mode == "gateway" || p.Reason == "self")
                    ?? new PresenceEntry { Host = client.Hello.Server.Host, Ts = 0 },
            };
            var health = client.RequestAsync("health", s_empty, cancellationToken: cancellationToken);
            var status = client.RequestAsync("status", s_empty, cancellationToken: cancellationToken);
            var presence = client.RequestAsync("system-presence", s_empty, cancellationToken: cancellationToken);
            var config = client.RequestAsync("config.get", s_empty, cancellationToken: cancellationToken);
            result = result with { Health = await Answer(health).ConfigureAwait(false) };
            result = result with { Status = await Answer(status).ConfigureAwait(false) };
            result = result with { Presence = await Answer(presence).ConfigureAwait(false) };
            result = result with { Config = await Answer(config).ConfigureAwait(false) };
            return result.Health is null ? result with { Error = "the gateway did not answer health" } : result;
        }
        catch (GatewayClosedException closed)
        {
            return result with { Error = Text(closed), CloseCode = closed.Code, CloseReason = closed.Reason };
        }
        catch (GatewayException failure)
        {
            return result with { Error = failure.Message };
        }
        catch (JsonException)
        {
            return result with { Error = "what answers there is not a gateway this version understands" };
        }
    }

    private static string Text(GatewayClosedException closed) =>
        closed.IsUnreachable && closed.InnerException is { } cause ? $"connect failed: {cause.Message}" : closed.Message;

    private static async Task<JsonElement?> Answer(Task<JsonElement> asking)
    {
        try
        {
            return await asking.ConfigureAwait(false);
        }
        catch (GatewayException)
        {
            return null;
        }
    }
}
