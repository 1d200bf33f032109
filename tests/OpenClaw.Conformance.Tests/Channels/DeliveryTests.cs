using System.Text.Json.Nodes;

namespace OpenClaw.Conformance.Tests.Channels;

/// <summary>What is sent to a chat although nobody wrote there: runs of the shell, jobs, questions to the owner.</summary>
[Trait("Category", "Acceptance")]
public sealed class DeliveryTests : IAsyncLifetime
{
    private const long Owner = 900100;
    private TelegramHome _telegram = null!;

    public async ValueTask InitializeAsync() => _telegram = await TelegramHome.StartAsync(static (_, config) =>
    {
        config["channels"]!["telegram"]!["allowFrom"] = new JsonArray("*", Owner);
        config["approvals"] = new JsonObject
        {
            ["exec"] = new JsonObject
            {
                ["enabled"] = true,
                ["mode"] = "targets",
                ["targets"] = new JsonArray(new JsonObject { ["channel"] = "telegram", ["to"] = $"{Owner}" }),
            },
        };
    });

    public ValueTask DisposeAsync() => _telegram.DisposeAsync();

    [Fact]
    public async Task The_answer_of_a_run_from_the_shell_is_delivered_when_asked_for()
    {
        var run = await _telegram.RunAsync(
            "agent", "--message", "tell them " + TelegramHome.Answer("the shell says hello"), "--to", "900200", "--channel", "telegram", "--deliver");

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        await _telegram.ReceivedAsync(900200, static text => text == "the shell says hello");
        Assert.Single(_telegram.Received(900200));
    }

    [Fact]
    public async Task A_job_delivers_what_it_has_to_say()
    {
        var job = await _telegram.JsonAsync(
            "cron", "add", "--name", "report", "--every", "12h", "--session", "isolated", "--message", "report " + TelegramHome.Answer("all quiet"),
            "--deliver", "--channel", "telegram", "--to", "900300", "--json");

        var ran = await _telegram.RunAsync("cron", "run", job["id"]!.GetValue<string>(), "--force");

        Assert.True(ran.ExitCode == 0, ran.Output + ran.Errors);
        await _telegram.ReceivedAsync(900300, static text => text.Contains("all quiet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_command_that_needs_the_owner_is_asked_for_in_their_chat_and_runs_when_they_say_so()
    {
        var proof = Path.Combine(_telegram.Home.Path, "proof");
        var directive = new JsonObject
        {
            ["tool"] = new JsonObject { ["name"] = "exec", ["args"] = new JsonObject { ["command"] = $"touch {proof}" } },
            ["after"] = "asked",
        };
        _telegram.Say(900400, $"do it [[stub {directive.ToJsonString()}]]");

        var question = (await _telegram.ReceivedAsync(Owner, static text => text.Contains("touch", StringComparison.Ordinal)))["text"]!;
        Assert.Contains("/approve", question, StringComparison.Ordinal);
        Assert.False(File.Exists(proof));
        var id = System.Text.RegularExpressions.Regex.Match(question, "/approve ([A-Za-z0-9-]+)").Groups[1].Value;
        Assert.True(id.Length > 0, question);
        _telegram.Say(Owner, $"/approve {id} allow-once");
        await TelegramHome.UntilAsync(() => Task.FromResult(File.Exists(proof)), () => $"{question}\n{string.Join('\n', _telegram.Received(Owner).Select(static c => c["text"]))}");
    }
}
