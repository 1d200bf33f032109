using Microsoft.Extensions.Time.Testing;
using OpenClaw.Gateway.ControlPlane.Admission;

namespace OpenClaw.Gateway.Tests.Admission;

public class FailureLimiterTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch.AddYears(50));

    [Fact]
    public void The_wait_doubles_with_each_failure_after_the_free_ones_and_ends_at_a_minute()
    {
        var limiter = new FailureLimiter(_time);
        var waits = new List<double>();
        for (var i = 0; i < 14; i++)
        {
            limiter.Failed("a", $"guess-{i}");
            var wait = limiter.Blocked("a");
            waits.Add(wait.TotalSeconds);
            _time.Advance(wait);
        }

        Assert.Equal([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60], waits);
    }

    [Fact]
    public void A_quarter_of_an_hour_without_failure_is_forgiven()
    {
        var limiter = new FailureLimiter(_time);
        for (var i = 0; i < 10; i++)
            limiter.Failed("a", $"guess-{i}");

        _time.Advance(TimeSpan.FromMinutes(16));
        limiter.Failed("a", "one more");

        Assert.Equal(TimeSpan.Zero, limiter.Blocked("a"));
    }

    [Fact]
    public void A_missing_credential_is_no_guess()
    {
        var limiter = new FailureLimiter(_time);
        for (var i = 0; i < 100; i++)
            limiter.Failed("a", i % 2 == 0 ? null : "");

        Assert.Equal(0, limiter.Count);
    }

    [Fact]
    public void Memory_is_bounded_and_the_blocked_are_forgotten_last()
    {
        var limiter = new FailureLimiter(_time);
        for (var i = 0; i < 12; i++)
            limiter.Failed("guesser", $"guess-{i}");
        for (var i = 0; i < 50_000; i++)
            limiter.Failed($"address-{i}", "guess");

        Assert.InRange(limiter.Count, 1, 4096);
        Assert.NotEqual(TimeSpan.Zero, limiter.Blocked("guesser"));
    }
}
