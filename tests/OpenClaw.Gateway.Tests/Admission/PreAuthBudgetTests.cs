using Microsoft.Extensions.Time.Testing;
using OpenClaw.Gateway.ControlPlane.Admission;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Admission;

public class PreAuthBudgetTests
{
    [Fact]
    public async Task An_address_has_sixteen_slots_and_all_together_sixty_four()
    {
        var time = new FakeTimeProvider();
        var budget = new PreAuthBudget(time);
        var ct = TestContext.Current.CancellationToken;
        var slots = new List<PreAuthBudget.Slot>();
        for (var address = 0; address < 4; address++)
        {
            for (var i = 0; i < 16; i++)
                slots.Add((await budget.TakeAsync($"a{address}", ct))!);
        }

        var waiting = budget.TakeAsync("a9", ct).AsTask();
        Assert.False(waiting.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Null(await waiting);
        slots[0].Dispose();
        slots[0].Dispose();
        Assert.NotNull(await budget.TakeAsync("a9", ct));
        Assert.Equal(64, budget.InUse);
    }

    [Fact]
    public async Task Who_waits_gets_the_next_free_slot_of_their_address()
    {
        var budget = new PreAuthBudget(new FakeTimeProvider(), total: 2, perAddress: 1);
        var ct = TestContext.Current.CancellationToken;
        var first = (await budget.TakeAsync("a", ct))!;
        var other = (await budget.TakeAsync("b", ct))!;
        var waitingA = budget.TakeAsync("a", ct).AsTask();
        var waitingB = budget.TakeAsync("b", ct).AsTask();

        other.Dispose();

        Assert.NotNull(await waitingB);
        Assert.False(waitingA.IsCompleted);
        first.Dispose();
        Assert.NotNull(await waitingA);
    }

    [Fact]
    public async Task Silent_sockets_of_one_address_do_not_keep_others_of_it_out_for_long_and_all_may_connect_in_turn()
    {
        await using var gateway = await TestGateway.StartAsync();
        var silent = new List<TestClient>();
        for (var i = 0; i < 16; i++)
            silent.Add(await (await gateway.OpenAsync()).ChallengedAsync());
        var late = gateway.OpenAsync();

        await silent[0].DisposeAsync();

        Assert.True((await late).Upgraded);
        await using var refused = await gateway.OpenAsync();
        Assert.Contains(" 503 ", refused.Status, StringComparison.Ordinal);
        Assert.Contains("Retry-After: 1", refused.Head, StringComparison.Ordinal);
        await (await late).DisposeAsync();
        foreach (var client in silent.Skip(1))
            await client.DisposeAsync();
    }
}
