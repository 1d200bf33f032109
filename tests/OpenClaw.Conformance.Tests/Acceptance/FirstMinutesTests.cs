using OpenClaw.Conformance.Tests.Processes;

namespace OpenClaw.Conformance.Tests.Acceptance;

/// <summary>What a new user does, on a machine that has never seen the program.</summary>
[Trait("Category", "Acceptance")]
public class FirstMinutesTests
{
    [Fact]
    [Trait("Runbook", "B2")]
    [Trait("Runbook", "E6")]
    public async Task Setup_gateway_status_health_and_a_first_answer_work_in_that_order()
    {
        var ct = TestContext.Current.CancellationToken;
        using var home = new PrivateHome();
        var port = GatewayProcess.FreePort();

        var setup = await Cli.RunAsync(home, ct, "--dev", "setup");
        Assert.True(setup.ExitCode == 0, setup.Output + setup.Errors);

        await using var gateway = await GatewayProcess.StartDevAsync(home, port, ct);
        foreach (var verb in new[] { "status", "health" })
        {
            var run = await Cli.RunAsync(home, ct, "--dev", verb);
            Assert.True(run.ExitCode == 0, $"{verb}: {run.Output}{run.Errors}");
        }
        var answer = await Cli.RunAsync(home, ct, "--dev", "agent", "--message", "hi, is anybody there?");

        Assert.True(answer.ExitCode == 0, answer.Output + answer.Errors);
        Assert.Contains("hi, is anybody there?", answer.Output);
    }

    [Fact]
    [Trait("Runbook", "A1")]
    public async Task A_second_gateway_on_the_port_ends_with_75_and_names_the_first()
    {
        var ct = TestContext.Current.CancellationToken;
        using var home = new PrivateHome();
        using var other = new PrivateHome();
        var port = GatewayProcess.FreePort();
        await using var gateway = await GatewayProcess.StartDevAsync(home, port, ct);

        var second = await Cli.RunAsync(other, ct, "--dev", "gateway", "--allow-unconfigured", "--port", $"{port}");

        Assert.Equal(75, second.ExitCode);
        Assert.Contains($"{gateway.Id}", second.Output + second.Errors);
    }

    [Fact]
    [Trait("Runbook", "A1")]
    public async Task A_broken_configuration_ends_with_78_and_says_where()
    {
        var ct = TestContext.Current.CancellationToken;
        using var home = new PrivateHome();
        home.WriteConfig(new() { ["gateway"] = new System.Text.Json.Nodes.JsonObject { ["port"] = "abc", ["mode"] = "local" }, ["noSuchKey"] = 1 });

        var run = await Cli.RunAsync(home, ct, "gateway");

        Assert.Equal(78, run.ExitCode);
        Assert.Contains("gateway.port", run.Output + run.Errors);
        Assert.Contains("noSuchKey", run.Output + run.Errors);
    }
}
