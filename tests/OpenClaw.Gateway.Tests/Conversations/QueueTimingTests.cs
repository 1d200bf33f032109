using Microsoft.Extensions.Time.Testing;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Configuration.Model;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Conversations;

public class QueueTimingTests
{
    [Fact]
    public async Task Queued_messages_wait_for_the_quiet_after_the_last_one()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero));
        var hold = new TaskCompletionSource();
        await using var server = new ModelServer(async e =>
        {
            if (e.Body.GetProperty("messages").GetArrayLength() == 2)
                await hold.Task;
            await e.OpenAiAsync("ok");
        });
        await using var gateway = await Talk.WithAsync(server, time);
        gateway.ChangeConfig(static config => config with { Messages = new MessagesConfig { Queue = new MessageQueueConfig { DebounceMs = 1000 } } });
        await using var client = await gateway.ConnectAsync(time: time);
        await client.SayAsync("first", "q-1");
        await client.StepAsync("q-1", "lifecycle", "start");
        await client.SayAsync("second", "q-2");
        await WaitingAsync(gateway, 1);
        time.Advance(TimeSpan.FromMilliseconds(900));
        await client.SayAsync("third", "q-3");
        await WaitingAsync(gateway, 2);
        hold.SetResult();
        await client.ChatAsync("q-1", "final");

        time.Advance(TimeSpan.FromMilliseconds(900));
        await client.SayAsync("/queue", "q-4");
        await client.ChatAsync("q-4", "final");
        Assert.Equal(2, gateway.Parts.Conversations.Inbound.Desk.Depth("agent:main:main"));
        Assert.Single(server.Requests);

        time.Advance(TimeSpan.FromMilliseconds(100));
        await client.ChatAsync("q-3", "final");
        Assert.Equal(2, server.Requests.Count);
    }

    private static async Task WaitingAsync(TestGateway gateway, int count)
    {
        while (gateway.Parts.Conversations.Inbound.Desk.Depth("agent:main:main") < count)
            await Task.Delay(5, TestContext.Current.CancellationToken);
    }
}
