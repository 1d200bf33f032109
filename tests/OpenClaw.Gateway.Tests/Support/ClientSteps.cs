using System.Text.Json.Nodes;

namespace OpenClaw.Gateway.Tests.Support;

/// <summary>The steps most tests begin with.</summary>
internal static class ClientSteps
{
    /// <summary>Opens a socket, waits for the challenge and sends connect; the answer is what the gateway said.</summary>
    public static async Task<(TestClient Client, JsonObject Answer)> TryConnectAsync(
        this TestGateway gateway, Hello hello, IReadOnlyDictionary<string, string>? headers = null, TimeProvider? time = null)
    {
        var client = await (await gateway.OpenAsync(headers)).ChallengedAsync();
        var answer = await client.RequestAsync("connect", hello.ToParams(client.Nonce, time));
        return (client, answer);
    }

    /// <summary>As <see cref="TryConnectAsync"/>, and it must succeed.</summary>
    public static async Task<TestClient> ConnectAsync(
        this TestGateway gateway, Hello? hello = null, IReadOnlyDictionary<string, string>? headers = null, TimeProvider? time = null)
    {
        var (client, answer) = await gateway.TryConnectAsync(hello ?? new Hello(), headers, time);
        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
        return client;
    }

    /// <summary>A command-line client that connects and then reads nothing more.</summary>
    public static async Task<TestClient> ConnectWithoutReadingAsync(this TestGateway gateway)
    {
        var clients = gateway.Runtime.Clients;
        var client = await TestClient.OpenAsync(System.Net.IPAddress.Loopback, gateway.Port, read: false);
        await client.SendRequestAsync("connect", new Hello { ClientId = "cli", Mode = "cli" }.ToParams(""));
        while (gateway.Runtime.Clients == clients)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        return client;
    }

    /// <summary>The <c>details.code</c> of a refused answer.</summary>
    public static string? DetailCode(this JsonObject answer) => (string?)answer["error"]?["details"]?["code"];

    /// <summary>Code and message of a refused answer.</summary>
    public static (string? Code, string? Message) Error(this JsonObject answer) =>
        ((string?)answer["error"]?["code"], (string?)answer["error"]?["message"]);
}
