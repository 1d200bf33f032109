using System.Diagnostics;
using System.Text.Json.Nodes;
using OpenClaw.Conformance.Tests.Models;
using OpenClaw.Conformance.Tests.Processes;

namespace OpenClaw.Conformance.Tests.Acceptance;

/// <summary>The official client of OpenAI for JavaScript, as npm serves it, against the real program.</summary>
[Trait("Runbook", "A6")]
public class OpenAiNodeClientTests
{
    [Fact]
    public async Task The_openai_client_for_JavaScript_chats_streams_calls_tools_and_uses_responses()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var model = await StubModelServer.StartAsync(ct);
        using var home = new PrivateHome();
        var port = GatewayProcess.FreePort();
        home.WriteConfig(RecordedConfig.For(home, port, model.Port));
        await using var gateway = await GatewayProcess.StartAsync(home, port, ct);

        var seen = await RunAsync($"http://127.0.0.1:{port}/v1", ct);

        Assert.Equal("""["openclaw","openclaw/default","openclaw/main"]""", seen["models"]!.ToJsonString());
        Assert.Equal("""{"text":"plain answer","reason":"stop","tokens":18}""", seen["chat"]!.ToJsonString());
        Assert.Equal("""{"text":"streamed answer in parts","reason":"stop","tokens":18,"pieces":true}""", seen["stream"]!.ToJsonString());
        Assert.Equal("4 degrees", (string?)seen["tools"]);
        Assert.Equal("""[{"name":"get_weather","arguments":"{\u0022city\u0022:\u0022Aarhus\u0022}"}]""", seen["toolStream"]!.ToJsonString());
        Assert.Equal("""{"text":"plain answer","status":"completed","tokens":18}""", seen["response"]!.ToJsonString());
        Assert.Equal("streamed answer", (string?)seen["responseStream"]!["text"]);
        Assert.Equal("response.completed", (string?)seen["responseStream"]!["kinds"]!.AsArray()[^1]);
        Assert.Equal("""{"name":"get_weather","arguments":"{\u0022city\u0022:\u0022Aarhus\u0022}","text":"4 degrees"}""", seen["responseTools"]!.ToJsonString());
        Assert.Equal("""{"status":400,"kind":"BadRequestError"}""", seen["failure"]!.ToJsonString());
        Assert.Equal("""{"status":401,"kind":"AuthenticationError"}""", seen["refused"]!.ToJsonString());
    }

    private static async Task<JsonObject> RunAsync(string address, CancellationToken ct)
    {
        var folder = Environment.GetEnvironmentVariable("OPENCLAW_CLIENTS")
            ?? throw new InvalidOperationException("OPENCLAW_CLIENTS names no folder; run ./test, which installs the clients with npm (Node.js 20 or newer).");
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.ArgumentList.Add("openai.mjs");
        start.ArgumentList.Add(address);
        start.ArgumentList.Add(RecordedConfig.Token);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(ct);
        var output = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct).WaitAsync(TimeSpan.FromSeconds(60), ct);
        Assert.True(process.ExitCode == 0, await errors);
        return (JsonObject)JsonNode.Parse(output)!;
    }
}
