using System.Text.Json.Nodes;
using OpenClaw.Agents.Credentials;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Tests.Credentials;

public sealed class ProfileUsageTests
{
    private static readonly DateTimeOffset s_now = new(2026, 1, 30, 12, 0, 0, TimeSpan.Zero);
    private static readonly AuthCooldownsConfig s_limits = new();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(3, 25)]
    [InlineData(4, 60)]
    [InlineData(9, 60)]
    public void A_failing_credential_rests_longer_each_time(int failures, int minutes)
    {
        var stats = new JsonObject();
        for (var i = 0; i < failures; i++)
            ProfileUsage.Failed(stats, "openai", FailureReason.RateLimit, s_limits, s_now);

        Assert.Equal(s_now.AddMinutes(minutes), ProfileUsage.RestingUntil(stats, s_now));
        Assert.Equal(failures, (long)stats["failureCounts"]!["rate_limit"]!);
        Assert.Equal(failures, (long)stats["errorCount"]!);
        Assert.Equal(s_now.ToUnixTimeMilliseconds(), (long)stats["lastFailureAt"]!);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(3, 20)]
    [InlineData(4, 24)]
    public void An_account_that_cannot_pay_rests_for_hours(int failures, int hours)
    {
        var stats = new JsonObject();
        for (var i = 0; i < failures; i++)
            ProfileUsage.Failed(stats, "openai", FailureReason.Billing, s_limits, s_now);

        Assert.Equal(s_now.AddHours(hours), ProfileUsage.RestingUntil(stats, s_now));
        Assert.Equal("billing", (string?)stats["disabledReason"]);
        Assert.False(stats.ContainsKey("cooldownUntil"));
    }

    [Fact]
    public void The_configured_hours_hold_for_the_provider_they_name()
    {
        var limits = s_limits with { BillingBackoffHoursByProvider = new Dictionary<string, double> { ["openai"] = 1 }, BillingMaxHours = 3 };

        Assert.Equal([1d, 2, 3], new[] { 1, 2, 3 }.Select(n => ProfileUsage.BillingRest("openai", n, limits).TotalHours));
        Assert.Equal(3, ProfileUsage.BillingRest("anthropic", 1, limits).TotalHours);
    }

    [Fact]
    public void Old_failures_are_forgotten_and_success_clears_all()
    {
        var stats = new JsonObject { ["note"] = "mine" };
        for (var i = 0; i < 3; i++)
            ProfileUsage.Failed(stats, "openai", FailureReason.Auth, s_limits, s_now);
        ProfileUsage.Failed(stats, "openai", FailureReason.Timeout, s_limits, s_now.AddHours(25));

        Assert.Equal(1, (long)stats["errorCount"]!);
        Assert.Equal(s_now.AddHours(25).AddMinutes(1), ProfileUsage.RestingUntil(stats, s_now.AddHours(25)));

        ProfileUsage.Succeeded(stats, s_now.AddHours(26));
        Assert.Equal($$"""{"note":"mine","errorCount":0,"lastFailureAt":{{s_now.AddHours(25).ToUnixTimeMilliseconds()}},"lastUsed":{{s_now.AddHours(26).ToUnixTimeMilliseconds()}}}""", stats.ToJsonString());
    }
}
