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
        var trim = new IdleTrim(gateway.Parts.Hub, () => size, () => collections++);
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
}
