using System.Text.Json.Nodes;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests;

/// <summary><c>config.*</c> over a real socket and a real file.</summary>
[Trait("Runbook", "A4")]
public class ConfigMethodTests
{
    private const string File = """
        {
          // the owner's words stay
          gateway: { mode: "local", auth: { mode: "token", token: "test-token-1" } },
        }
        """;

    [Fact]
    [Trait("Runbook", "G5")]
    public async Task Config_get_hides_the_secret_and_names_the_hash()
    {
        await using var gateway = await TestGateway.StartOnFileAsync(File);
        await using var client = await gateway.ConnectAsync();

        var answer = await client.RequestAsync("config.get");

        Assert.True((bool)answer["payload"]!["valid"]!);
        Assert.Equal(64, ((string)answer["payload"]!["hash"]!).Length);
        Assert.DoesNotContain("test-token-1", answer.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Config_patch_writes_the_file_takes_effect_and_says_that_nothing_restarts()
    {
        await using var gateway = await TestGateway.StartOnFileAsync(File);
        await using var client = await gateway.ConnectAsync();
        var hash = (string?)(await client.RequestAsync("config.get"))["payload"]!["hash"];

        var answer = await client.RequestAsync("config.patch", new JsonObject
        {
            ["raw"] = """{ gateway: { auth: { token: "changed-token" } } }""",
            ["baseHash"] = hash,
        });

        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
        Assert.False((bool)answer["payload"]!["restart"]!["ok"]!);
        Assert.Equal((4001, "gateway auth changed"), await client.Closed);
        await using var fresh = await gateway.ConnectAsync(new Hello { Token = "changed-token" });
        Assert.Contains("the owner's words stay", await System.IO.File.ReadAllTextAsync(gateway.Paths.ConfigFile, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_config_that_is_not_valid_changes_nothing()
    {
        await using var gateway = await TestGateway.StartOnFileAsync(File);
        await using var client = await gateway.ConnectAsync();
        var hash = (string?)(await client.RequestAsync("config.get"))["payload"]!["hash"];

        var answer = await client.RequestAsync("config.set", new JsonObject { ["raw"] = """{ gateway: { port: "many" } }""", ["baseHash"] = hash });

        Assert.Equal(("INVALID_REQUEST", "invalid config"), answer.Error());
        Assert.Equal("gateway.port", (string?)answer["error"]!["details"]!["issues"]![0]!["path"]);
        Assert.Equal(File, await System.IO.File.ReadAllTextAsync(gateway.Paths.ConfigFile, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_a_store_the_methods_are_unknown_and_not_advertised()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (client, hello) = await gateway.TryConnectAsync(new Hello());
        await using var _ = client;

        Assert.DoesNotContain("config.get", hello["payload"]!["features"]!["methods"]!.AsArray().Select(m => (string?)m));
        Assert.Equal("unknown method: config.get", (await client.RequestAsync("config.get")).Error().Message);
    }
}
