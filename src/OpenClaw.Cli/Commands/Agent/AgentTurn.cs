using System.Text.Json;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Cli.Terminal;
using OpenClaw.Client;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Agent;

namespace OpenClaw.Cli.Commands.Agent;

/// <summary>Sends one message and waits for the final answer; on a terminal the answer is shown while it is written.</summary>
internal static class AgentTurn
{
    private const int EventCapacity = 4096;

    public static async Task<int> RunAsync(
        CliContext context, RemoteChoice choice, AgentParams parameters, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var stream = context.Screen.IsTerminal && !choice.Json ? new AgentStream(context.Screen, parameters.IdempotencyKey) : null;
        return await GatewayVerb.RunAsync(
            context,
            choice,
            async (client, ct) =>
            {
                var showing = stream?.ShowAsync(client.Events, ct) ?? Task.CompletedTask;
                var options = new RequestOptions { ExpectFinal = true, Timeout = patience };
                var json = JsonSerializer.SerializeToUtf8Bytes(parameters, ProtocolJson.Default.AgentParams);
                JsonElement final;
                try
                {
                    using var progress = new Progress(context.Screen, "Waiting for the agent …", choice.Json || stream is not null, context.Time);
                    final = await client.RequestAsync("agent", json, options, ct).ConfigureAwait(false);
                }
                finally
                {
                    stream?.Stop();
                    await showing.ConfigureAwait(false);
                }
                if (choice.Json)
                    context.Screen.Line(JsonText.Pretty(final));
                else
                    Write(context, final.Deserialize(ProtocolJson.Default.AgentResult)!, stream);
                return ExitCodes.Success;
            },
            eventCapacity: stream is null ? 0 : EventCapacity,
            cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    private static void Write(CliContext context, AgentResult result, AgentStream? stream)
    {
        var lines = (result.Result?.Payloads ?? []).SelectMany(Lines).ToArray();
        if (stream?.Finish(string.Join('\n', lines)) == true)
            return;
        if (lines.Length == 0)
            context.Screen.Line(result.Summary is { Length: > 0 } summary && summary != "completed" ? summary : "No reply from agent.");
        foreach (var line in lines)
            context.Screen.Line(line);
    }

    private static IEnumerable<string> Lines(AgentReply reply)
    {
        if (!string.IsNullOrWhiteSpace(reply.Text))
            yield return reply.Text.TrimEnd();
        foreach (var url in reply.MediaUrls ?? (reply.MediaUrl is { } one ? [one] : []))
            yield return $"MEDIA:{url}";
    }
}
