using System.Text.Json.Nodes;

namespace OpenClaw.Conformance.Tests.Replay;

/// <summary>The replayer itself, against a server that gives a recording back.</summary>
public class ReplayerTests
{
    public static TheoryData<string> Scenarios { get; } = [.. Scenario.All.Select(s => s.Name).Except(["tick", "connect-timeout"])];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task A_server_that_answers_as_recorded_has_no_differences(string scenario)
    {
        var recording = Recording.Load(scenario);

        var found = await ReplayAsync(recording, recording);

        Assert.Empty(found);
    }

    [Fact]
    public async Task Another_text_a_missing_key_and_an_event_that_never_comes_are_all_found()
    {
        var recording = Recording.Load("node-pair");
        var altered = new Recording(recording.Scenario, [.. recording.Lines.Where(l => !IsResolvedEvent(l)).Select(Alter)]);

        var found = await ReplayAsync(recording, altered);

        Assert.Contains(found, d => d.Path == "$.error.message" && d.Kind == DifferenceKind.Value && d.Text.Contains("unknown request", StringComparison.Ordinal));
        Assert.Contains(found, d => d.On == "res node.list op-21" && d.Path == "$.payload.ts" && d.Kind == DifferenceKind.MissingKey);
        Assert.Contains(found, d => d.On == "event node.pair.resolved op" && d.Kind == DifferenceKind.Absent);
    }

    private static bool IsResolvedEvent(RecordedLine line) => line.IsEvent && line.FrameObject!["event"]!.GetValue<string>() == "node.pair.resolved";

    private static RecordedLine Alter(RecordedLine line)
    {
        var copy = line with { Json = (JsonObject)line.Json.DeepClone() };
        if (copy.IsResponse && copy.FrameObject!["error"] is JsonObject error && error["message"]!.GetValue<string>() == "unknown requestId")
            error["message"] = "unknown request";
        if (copy.IsResponse && copy.FrameObject!["id"]!.GetValue<string>() == "op-21")
            ((JsonObject)copy.FrameObject["payload"]!).Remove("ts");
        return copy;
    }

    private static async Task<IReadOnlyList<Difference>> ReplayAsync(Recording recording, Recording played)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await PlaybackServer.StartAsync(played, ct);
        await using var replayer = new Replayer(recording, server, new Placeholders());
        return [.. (await replayer.RunAsync(ct)).Where(d => d.Path != "$.payload.features.methods")];
    }
}
