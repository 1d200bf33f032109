using System.Text.Json;

namespace OpenClaw.Protocol.Tests.Families;

/// <summary>Finds the first place where two JSON values differ in keys, key order, types or values.</summary>
internal static class JsonDifference
{
    /// <summary>A sentence naming the place, or null when there is none.</summary>
    public static string? Between(JsonElement expected, JsonElement actual, bool ordered, string path = "")
    {
        if (expected.ValueKind != actual.ValueKind)
            return $"{path}: {expected.ValueKind} became {actual.ValueKind}";
        return expected.ValueKind switch
        {
            JsonValueKind.Object => BetweenObjects(expected, actual, ordered, path),
            JsonValueKind.Array => BetweenArrays(expected, actual, ordered, path),
            _ => JsonElement.DeepEquals(expected, actual) ? null : $"{path}: {expected.GetRawText()} became {actual.GetRawText()}",
        };
    }

    private static string? BetweenObjects(JsonElement expected, JsonElement actual, bool ordered, string path)
    {
        var left = expected.EnumerateObject().Select(p => p.Name).ToList();
        var right = actual.EnumerateObject().Select(p => p.Name).ToList();
        if (!(ordered ? left.SequenceEqual(right) : left.Order().SequenceEqual(right.Order())))
            return $"{path}: [{string.Join(' ', left)}] became [{string.Join(' ', right)}]";
        return expected.EnumerateObject()
            .Select(p => Between(p.Value, actual.GetProperty(p.Name), ordered, $"{path}/{p.Name}"))
            .FirstOrDefault(d => d is not null);
    }

    private static string? BetweenArrays(JsonElement expected, JsonElement actual, bool ordered, string path)
    {
        if (expected.GetArrayLength() != actual.GetArrayLength())
            return $"{path}: {expected.GetArrayLength()} items became {actual.GetArrayLength()}";
        return expected.EnumerateArray().Zip(actual.EnumerateArray())
            .Select((pair, i) => Between(pair.First, pair.Second, ordered, $"{path}/{i}"))
            .FirstOrDefault(d => d is not null);
    }
}
