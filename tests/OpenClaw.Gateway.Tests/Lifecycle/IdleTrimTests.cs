using OpenClaw.Agents.Runs;
using OpenClaw.Gateway.Lifecycle;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Lifecycle;

public class IdleTrimTests
{
    [Fact]
    public async Task Memory_is_given_back_once_after_a_busy_time_and_never_while_busy_or_small()
    {
        await using var gateway = await TestGateway.StartAsync();
        var collections = 0;
        var size = 200_000_000L;
        var trim = new IdleTrim(gateway.Parts.Hub, gateway.Parts.Conversations.Runner, () => size, () => collections++);
        await using var client = await gateway.ConnectAsync();

        trim.Run();
        Assert.Equal(0, collections);
        trim.Run();
        trim.Run();
        Assert.Equal(1, collections);
        await client.RequestAsync("health");
        size = 10_000_000;
        trim.Run();
        trim.Run();
        Assert.Equal(1, collections);
    }

    [Fact]
    public async Task Memory_is_not_given_back_while_an_answer_is_on_its_way_whoever_asked()
    {
        await using var gateway = await TestGateway.StartAsync();
        var collections = 0;
        var runner = gateway.Parts.Conversations.Runner;
        var trim = new IdleTrim(gateway.Parts.Hub, runner, static () => 200_000_000L, () => collections++);
        var reserved = runner.Reserve(new RunRequest { RunId = "r-1", SessionKey = "agent:main:main", CallerKey = "main", Caller = RunCaller.Hook, Message = "hi" })!;

        trim.Settled();
        trim.Run();
        trim.Run();
        Assert.Equal(0, collections);

        runner.Begin(reserved);
        await reserved.Completion;
        trim.Run();
        Assert.Equal(1, collections);
    }
}
