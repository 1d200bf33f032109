using OpenClaw.Conformance.Tests.Replay;

namespace OpenClaw.Conformance.Tests;

/// <summary>The recorded conversations, replayed against the real program.</summary>
public class GoldenTests(ReplayResults results)
{
    public static TheoryData<string> Scenarios { get; } = [.. Scenario.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    [Trait("Runbook", "C3")]
    public async Task The_gateway_answers_as_recorded(string scenario)
    {
        var result = await results.OfAsync(scenario);

        Assert.True(
            result.Unexplained.Count == 0,
            $"{result.Unexplained.Count} differences\n{string.Join('\n', result.Unexplained)}\n\nThe gateway printed:\n{result.GatewayOutput}");
    }
}
