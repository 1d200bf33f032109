using System.Text.Json;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;
using OpenClaw.Client;
using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Cli.Remote;

/// <summary>For results that are printed as they came: nothing the gateway adds is lost on the way.</summary>
internal static class Raw
{
    /// <summary>The payload as sent.</summary>
    public static Task<JsonElement> AskAsync<TParams, TResult>(
        GatewayClient client, MethodDefinition<TParams, TResult> method, TParams parameters, CancellationToken cancellationToken) =>
        client.RequestAsync(
            method.Name, JsonSerializer.SerializeToUtf8Bytes(parameters, method.Params), cancellationToken: cancellationToken);

    /// <summary>Asks and prints the payload as JSON.</summary>
    public static async Task<int> PrintAsync<TParams, TResult>(
        CliContext context, GatewayClient client, MethodDefinition<TParams, TResult> method, TParams parameters, CancellationToken cancellationToken)
    {
        context.Screen.Line(JsonText.Pretty(await AskAsync(client, method, parameters, cancellationToken).ConfigureAwait(false)));
        return ExitCodes.Success;
    }
}
