using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Cli.Terminal;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Health;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw health</c> (spec 04 §5.1).</summary>
internal static class HealthCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("health", "Ask the running gateway how it is: channels, agents, sessions.");
        var remote = RemoteOptions.AddTo(command);
        command.SetAction((parsed, ct) => RunAsync(context, remote.Read(parsed), headline: null, ct));
        return command;
    }

    /// <summary>Also <c>gateway health</c>, with a headline and the time taken.</summary>
    public static Task<int> RunAsync(CliContext context, RemoteChoice choice, string? headline, CancellationToken cancellationToken) =>
        GatewayVerb.RunAsync(
            context,
            choice,
            async (client, ct) =>
            {
                var started = context.Time.GetTimestamp();
                var parameters = context.Verbose ? "{\"probe\":true}"u8.ToArray() : "{}"u8.ToArray();
                var payload = await client.RequestAsync("health", parameters, cancellationToken: ct).ConfigureAwait(false);
                if (choice.Json)
                {
                    context.Screen.Line(JsonText.Pretty(payload));
                    return ExitCodes.Success;
                }
                if (headline is not null)
                {
                    context.Screen.Line(context.Screen.Bold(headline));
                    context.Screen.Line($"{context.Screen.Good("OK")} ({(long)context.Time.GetElapsedTime(started).TotalMilliseconds}ms)");
                }
                Write(context, payload.Deserialize(ProtocolJson.Default.HealthResult)!);
                return ExitCodes.Success;
            },
            GuardPolicy.Report,
            cancellationToken: cancellationToken);

    private static void WriteJournal(Screen screen, HealthJournal journal)
    {
        if (journal.Problem is { } problem)
            screen.Line($"Messages: {screen.Bad(problem)}");
        else if (journal is not { Inbox: 0, Outbox: 0, Failed: 0 })
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"Messages: {journal.Inbox} to be answered, {journal.Outbox} to be sent, {journal.Failed} failed"));
    }

    private static void Write(CliContext context, HealthResult health)
    {
        var screen = context.Screen;
        foreach (var id in health.ChannelOrder)
        {
            if (health.Channels.TryGetValue(id, out var channel))
                screen.Line($"{health.ChannelLabels.GetValueOrDefault(id, id)}: {ChannelText.Of(channel)}");
        }
        if (health.ChannelOrder.Count == 0)
            screen.Line("Channels: none");
        if (health.Journal is { } journal)
            WriteJournal(screen, journal);
        screen.Line($"Agents: {string.Join(", ", health.Agents.Select(a => a.IsDefault ? $"{a.AgentId} (default)" : a.AgentId))}");
        foreach (var agent in health.Agents)
            screen.Line($"Heartbeat interval: {(agent.Heartbeat.Enabled ? agent.Heartbeat.Every : "off")} ({agent.AgentId})");
        foreach (var agent in health.Agents)
        {
            screen.Line($"Session store ({agent.AgentId}): {context.Paths.Shorten(agent.Sessions.Path)} ({agent.Sessions.Count} entries)");
            foreach (var session in agent.Sessions.Recent)
                screen.Line($"- {session.Key} ({Ago.Since(session.UpdatedAt, context.Time)})");
        }
    }
}
