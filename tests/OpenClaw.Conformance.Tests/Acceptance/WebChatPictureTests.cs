using System.Text.Json.Nodes;
using OpenClaw.Conformance.Tests.Browser;
using OpenClaw.Conformance.Tests.Models;
using OpenClaw.Conformance.Tests.Processes;

namespace OpenClaw.Conformance.Tests.Acceptance;

/// <summary>Takes the pictures of the page for the documentation, into <c>out/screenshots</c>.</summary>
[Trait("Category", "Acceptance")]
public class WebChatPictureTests
{
    private static readonly (string Question, string Answer)[] s_conversation =
    [
        ("Give me three names for a boat that is never in a hurry.", "1. Slow Tide\n2. Later, Lighthouse\n3. `idle.loop`"),
        ("The second. How do I ask you from a shell?",
            "Like this; it waits for the answer and prints it:\n\n```sh\nopenclaw agent --message \"a motto for Later, Lighthouse\"\n```\n\nFair winds."),
    ];

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task The_page_shows_a_conversation(string scheme)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var model = await StubModelServer.StartAsync(ct);
        using var home = new PrivateHome();
        var port = GatewayProcess.FreePort();
        home.WriteConfig(Configuration(home, port, model.Port));
        await using var gateway = await GatewayProcess.StartAsync(home, port, ct);
        await using var me = await Operator.ConnectAsync(gateway, ct);
        foreach (var (question, answer) in s_conversation)
        {
            model.Script[question] = answer;
            await me.CallAsync("chat.send", new JsonObject { ["sessionKey"] = "main", ["message"] = question, ["idempotencyKey"] = question }, ct);
            await me.ChatAsync(question, ct);
        }

        await using var chromium = await Chromium.StartAsync(ct);
        var page = await chromium.OpenAsync(new Uri($"http://localhost:{port}/#token={RecordedConfig.Token}"), ct, scheme);
        await page.WaitForAsync("document.querySelectorAll('.message').length === 4 && document.querySelector('#model').innerText", ct);

        var picture = await page.ScreenshotAsync(ct);
        var folder = Directory.CreateDirectory(Path.Combine(Binary.RepositoryRoot, "out", "screenshots"));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"webchat-{scheme}.png"), picture, ct);
        Assert.Equal(s_conversation[^1].Question, await page.TextAsync(".user:nth-last-child(2) .body", ct));
        Assert.Empty(page.Complaints);
    }

    private static JsonObject Configuration(PrivateHome home, int port, int modelPort)
    {
        var config = RecordedConfig.For(home, port, modelPort);
        var provider = config["models"]!["providers"]!["stub"]!.DeepClone();
        provider["models"]![0]!["id"] = "llama3.2";
        provider["models"]![0]!["name"] = "Llama 3.2";
        config["models"]!["providers"] = new JsonObject { ["ollama"] = provider };
        config["agents"]!["defaults"]!["model"]!["primary"] = "ollama/llama3.2";
        config["agents"]!["defaults"]!["models"] = new JsonObject { ["ollama/llama3.2"] = new JsonObject() };
        config["ui"] = new JsonObject { ["assistant"] = new JsonObject { ["name"] = "Molty" } };
        return config;
    }
}
