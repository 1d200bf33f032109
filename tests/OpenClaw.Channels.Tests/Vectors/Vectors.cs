using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Tests.Vectors;

/// <summary>
/// Answers of the reference to inputs of ours (spec 10 §16). Ours must be the same, or listed in <see cref="Deviations"/> with its reason.
/// </summary>
internal static class Vectors
{
    private static readonly JsonObject s_groups = JsonNode.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "channels-vectors.json")))!.AsObject();

    public static IEnumerable<string> Groups => s_groups.Select(g => g.Key);

    /// <summary>Compares every row of a group.</summary>
    /// <param name="group">Its name.</param>
    /// <param name="ours">Our answer to a row, by the name of the column that holds the reference's.</param>
    public static void Check(string group, Func<JsonObject, Dictionary<string, JsonNode?>> ours)
    {
        var faults = new List<string>();
        var open = Deviations.All.Where(d => d.Group == group).ToList();
        foreach (var row in s_groups[group]!.AsArray().Select(row => row!.AsObject()))
        {
            foreach (var (column, answer) in ours(row))
            {
                var expected = row[column];
                if (open.FirstOrDefault(d => d.Column == column && d.Input == Input(row)) is { } deviation)
                {
                    open.Remove(deviation);
                    if (JsonNode.DeepEquals(expected, deviation.Ours))
                        faults.Add($"{column} of {Input(row)} is listed as different, but is the same");
                    expected = deviation.Ours;
                }

                if (!JsonNode.DeepEquals(expected, answer))
                    faults.Add($"{column} of {Input(row)}\n  expected {Show(expected)}\n  ours     {Show(answer)}");
            }
        }

        faults.AddRange(open.Select(d => $"{d.Column} of {d.Input} is listed as different, but is no row of {group}"));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static string Input(JsonObject row) => row["in"] switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        null => string.Join(' ', row.Select(p => $"{p.Key}={p.Value?.ToJsonString() ?? "null"}")),
        var node => node.ToJsonString(),
    };

    private static string Show(JsonNode? node) => node?.ToJsonString(s_readable) ?? "null";

    private static readonly JsonSerializerOptions s_readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
