using System.CommandLine;
using System.Text;
using System.Text.Json;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Cli.Terminal;
using OpenClaw.Client;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw gateway call</c> (spec 04 §3.3): any method, raw params, raw result.</summary>
internal static class GatewayCallCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("call", "Call a method of the gateway and print its result.");
        var method = new Argument<string>("method") { Description = "Method name, such as health or sessions.list" };
        var parameters = new Option<string>("--params") { Description = "Params as a JSON object (default {})", HelpName = "json", DefaultValueFactory = _ => "{}" };
        command.Arguments.Add(method);
        command.Options.Add(parameters);
        var remote = RemoteOptions.AddTo(command, expectFinal: true);
        command.SetAction((parsed, ct) => RunAsync(context, remote.Read(parsed), parsed.GetValue(method)!, parsed.GetValue(parameters)!, ct));
        return command;
    }

    private static Task<int> RunAsync(CliContext context, RemoteChoice choice, string method, string parameters, CancellationToken cancellationToken)
    {
        const string prefix = "Gateway call failed";
        if (Problem(parameters) is { } problem)
            return Task.FromResult(context.Fail($"{prefix}: --params: {problem}"));
        return GatewayVerb.RunAsync(
            context,
            choice,
            async (client, ct) =>
            {
                var options = new RequestOptions { ExpectFinal = choice.ExpectFinal };
                var payload = await client.RequestAsync(method, Encoding.UTF8.GetBytes(parameters), options, ct).ConfigureAwait(false);
                if (!choice.Json)
                    context.Screen.Line(context.Screen.Bold($"Gateway call: {method}"));
                context.Screen.Line(JsonText.Pretty(payload));
                return ExitCodes.Success;
            },
            GuardPolicy.Report,
            prefix,
            cancellationToken: cancellationToken);
    }

    private static string? Problem(string parameters)
    {
        try
        {
            using var document = JsonDocument.Parse(parameters);
            return document.RootElement.ValueKind == JsonValueKind.Object ? null : "must be a JSON object";
        }
        catch (JsonException e)
        {
            return $"not JSON (line {(e.LineNumber ?? 0) + 1}, column {(e.BytePositionInLine ?? 0) + 1})";
        }
    }
}
