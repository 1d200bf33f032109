using System.Text.Json.Nodes;

namespace OpenClaw.Conformance.Tests.Replay;

/// <summary>Compares the events that one connection received with the recorded ones.</summary>
internal static class EventComparer
{
    // They come by the clock and after every connect of anybody, so a shorter or longer run may see one more or less.
    private static readonly string[] s_periodic = ["health", "tick"];

    public static IEnumerable<Difference> Compare(string connection, IReadOnlyList<JsonObject> recorded, IReadOnlyList<JsonObject> actual)
    {
        var wanted = recorded.ToLookup(EventKey.Of);
        var got = actual.ToLookup(EventKey.Of);
        foreach (var group in wanted)
        {
            var on = $"event {group.Key} {connection}";
            if (!got.Contains(group.Key))
            {
                yield return new Difference(on, "$", DifferenceKind.Absent, $"{group.Count()} recorded, none came");
                continue;
            }
            foreach (var difference in ShapeComparer.CompareSets(on, [.. group], [.. got[group.Key]]))
                yield return difference;
        }
        foreach (var group in got.Where(g => !wanted.Contains(g.Key) && !s_periodic.Contains(g.Key)))
            yield return new Difference($"event {group.Key} {connection}", "$", DifferenceKind.Unexpected, group.First().ToJsonString());
    }

    /// <summary>The order inside each run. How many deltas there are depends on timing, so a row of them counts as one.</summary>
    public static IEnumerable<Difference> CompareOrder(string connection, IReadOnlyList<JsonObject> recorded, IReadOnlyList<JsonObject> actual)
    {
        foreach (var run in recorded.Where(f => EventKey.RunOf(f) is not null).GroupBy(EventKey.RunOf))
        {
            var wanted = Steps(run);
            var got = Steps(actual.Where(f => EventKey.RunOf(f) == run.Key));
            if (!wanted.SequenceEqual(got))
            {
                yield return new Difference($"run {run.Key} {connection}", "$", DifferenceKind.EventOrder,
                    $"recorded {string.Join(" → ", wanted)}, got {string.Join(" → ", got)}");
            }
        }
    }

    private static List<string> Steps(IEnumerable<JsonObject> frames)
    {
        var steps = new List<string>();
        foreach (var frame in frames)
        {
            var key = EventKey.Of(frame) is "agent assistant" or "chat delta" ? "streaming" : EventKey.Of(frame);
            if (steps.Count == 0 || steps[^1] != key)
                steps.Add(key);
        }
        return steps;
    }
}
