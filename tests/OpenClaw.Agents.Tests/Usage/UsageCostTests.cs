using Microsoft.Extensions.Time.Testing;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Agents.Usage;

namespace OpenClaw.Agents.Tests.Usage;

public sealed class UsageCostTests
{
    private const string Folder = ".openclaw/agents/main/sessions";

    [Fact]
    public async Task Calls_are_added_up_by_local_day_and_copies_count_once()
    {
        await using var bench = Bench(out var clock);
        var first = Line("a", "2026-06-09T21:59:59.000Z", 100, "0.5") + Line("b", "2026-06-09T22:00:00.000Z", 10, "0.25");
        Write(bench, clock, "one", first + "broken {\n" + Line("c", "2026-06-10T08:00:00.000Z", 1, "0.125"));
        Write(bench, clock, "fork", Line("b", "2026-06-09T22:00:00.000Z", 10, "0.25") + Line("old", "2026-04-01T00:00:00.000Z", 9, "9"));

        var result = Costs(bench).Of(30);

        Assert.Equal(["2026-06-09 100 0.5", "2026-06-10 11 0.375"], result.Daily.Select(static day =>
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day.Date} {day.Input} {day.TotalCost}")));
        Assert.Equal((111, 0.875, 0), (result.Totals.TotalTokens, result.Totals.TotalCost, result.Totals.MissingCostEntries));
        Assert.Equal("2026-06-10", Assert.Single(Costs(bench).Of(1).Daily).Date);
    }

    [Fact]
    public async Task A_call_without_a_stated_cost_is_reckoned_by_the_models_price_or_counted_as_missing()
    {
        await using var bench = Bench(out var clock);
        Write(bench, clock, "one", Line("a", "2026-06-10T08:00:00.000Z", 1_000_000, null) + Line("b", "2026-06-10T08:00:00.000Z", 5, null, model: "unheard-of"));

        var totals = Costs(bench).Of(30).Totals;

        Assert.Equal((3.0, 1), (totals.TotalCost, totals.MissingCostEntries));
    }

    [Fact]
    public async Task An_answer_is_kept_for_thirty_seconds()
    {
        await using var bench = Bench(out var clock);
        var costs = Costs(bench);
        Assert.Empty(costs.Of(30).Daily);
        Write(bench, clock, "one", Line("a", "2026-06-10T08:00:00.000Z", 1, "1"));

        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Empty(costs.Of(30).Daily);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Single(costs.Of(30).Daily);
    }

    [Fact]
    public async Task Only_providers_with_a_credential_are_named_and_none_is_said_to_have_windows()
    {
        await using var bench = new Workbench("{}", environment: ("ZAI_API_KEY", "sk-z"));

        var provider = Assert.Single(new ProviderAllowances(bench.Agents, bench.Keys, bench.Time).Status().Providers);

        Assert.Equal(("zai", 0), (provider.Provider, provider.Windows.Count));
        Assert.NotNull(provider.Error);
    }

    private static Workbench Bench(out FakeTimeProvider clock)
    {
        clock = new FakeTimeProvider(new DateTimeOffset(2026, 6, 10, 10, 0, 0, TimeSpan.Zero));
        clock.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen"));
        return new Workbench("""{"models":{"providers":{"stub":{"baseUrl":"http://127.0.0.1:9","api":"openai-completions","models":[{"id":"m","cost":{"input":3,"output":0,"cacheRead":0,"cacheWrite":0}}]}}}}""", time: clock);
    }

    private static UsageCosts Costs(Workbench bench) => new(bench.Agents, bench.Catalog, bench.Time);

    private static void Write(Workbench bench, FakeTimeProvider clock, string name, string text) =>
        File.SetLastWriteTimeUtc(bench.Write($"{Folder}/{name}.jsonl", text), clock.GetUtcNow().UtcDateTime);

    private static string Line(string id, string at, long input, string? cost, string model = "m") =>
        $$$"""{"type":"message","id":"{{{id}}}","parentId":null,"timestamp":"{{{at}}}","message":{"role":"assistant","content":[],"provider":"stub","model":"{{{model}}}","usage":{"input":{{{input}}},"output":0,"cacheRead":0,"cacheWrite":0,"totalTokens":{{{input}}}{{{(cost is null ? "" : $$""","cost":{"total":{{cost}}}""")}}}},"stopReason":"stop"}}""" + "\n";
}
