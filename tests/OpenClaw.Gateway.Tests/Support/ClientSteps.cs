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

    /// <summary>Code and message of a refused answer.</summary>
    public static (string? Code, string? Message) Error(this JsonObject answer) =>
        ((string?)answer["error"]?["code"], (string?)answer["error"]?["message"]);
}
