using Microsoft.Extensions.Time.Testing;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.Tests;

public class IdempotencyCacheTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void An_answer_is_kept_for_five_minutes_failures_too()
    {
        var cache = new IdempotencyCache(_time);
        cache.Set<OkResult>("send:a", OkResult.Yes);
        cache.Set<OkResult>("send:b", GatewayError.Unavailable("no"));

        _time.Advance(TimeSpan.FromSeconds(299));
        Assert.True(cache.TryGet<OkResult>("send:a", out var ok) && ok.Ok);
        Assert.True(cache.TryGet<OkResult>("send:b", out var failed) && failed.Error?.Message == "no");
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(cache.TryGet<OkResult>("send:a", out _));
        cache.Sweep();
        Assert.Equal(0, cache.Count);
    }

    [Fact]
    public void The_oldest_make_room_above_a_thousand()
    {
        var cache = new IdempotencyCache(_time);
        for (var i = 0; i < 1_200; i++)
        {
            cache.Set<OkResult>($"send:{i}", OkResult.Yes);
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(1_000, cache.Count);
        Assert.False(cache.TryGet<OkResult>("send:199", out _));
        Assert.True(cache.TryGet<OkResult>("send:200", out _));
    }
}
