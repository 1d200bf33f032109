using CsCheck;
using OpenClaw.Channels.Supervision;

namespace OpenClaw.Channels.Tests.Supervision;

public class BackoffTests
{
    [Fact]
    public void Values_out_of_range_are_brought_into_it()
    {
        var backoff = new Backoff(TimeSpan.Zero, TimeSpan.Zero, 0, 7);

        Assert.Equal((250, 250, 1.1, 1), (backoff.Initial.TotalMilliseconds, backoff.Max.TotalMilliseconds, backoff.Factor, backoff.Jitter));
        Assert.Equal((1.8, 0.25), (new Backoff(TimeSpan.Zero, TimeSpan.Zero, double.NaN, double.NaN).Factor, Backoff.Default.Jitter));
    }

    [Fact]
    public void A_pause_grows_up_to_the_longest_and_is_only_made_longer_at_random() =>
        Gen.Select(Gen.Int[-3, 10_000], Gen.Double[0, 1]).Sample(static (failures, random) =>
        {
            var pause = Backoff.Default.After(failures, random);

            Assert.InRange(pause, Backoff.Default.After(failures, 0), Backoff.Default.Max);
            Assert.True(Backoff.Default.After(failures + 1, random) >= pause);
            Assert.True(pause >= Backoff.Default.Initial);
        });
}
