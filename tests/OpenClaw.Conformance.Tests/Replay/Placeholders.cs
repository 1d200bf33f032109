using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OpenClaw.Conformance.Tests.Replay;

/// <summary>What the angle brackets of one recording stand for in this run.</summary>
internal sealed partial class Placeholders
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TestDevice> _devices = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    public string this[string name]
    {
        set
        {
            lock (_lock)
                _values[name] = value;
        }
    }

    public TestDevice Device(string label)
    {
        lock (_lock)
        {
            if (!_devices.TryGetValue(label, out var device))
                _devices[label] = device = new TestDevice();
            return device;
        }
    }

    /// <summary>Remembers the generated ids that our gateway put where the recorded one had placeholders.</summary>
    public void Learn(JsonNode? recorded, JsonNode? actual)
    {
        switch (recorded)
        {
            case JsonObject map when actual is JsonObject other:
                foreach (var (key, value) in map)
                    Learn(value, other[key]);
                break;
            case JsonArray list when actual is JsonArray others:
                for (var i = 0; i < Math.Min(list.Count, others.Count); i++)
                    Learn(list[i], others[i]);
                break;
            case JsonValue value when value.TryGetValue<string>(out var text) && Generated().IsMatch(text)
                && actual is JsonValue now && now.TryGetValue<string>(out var seen):
                lock (_lock)
                    _values.TryAdd(text, seen);
                break;
        }
    }

    /// <summary>The first placeholder in a text that has no value yet, or null.</summary>
    public string? FirstUnknown(string text)
    {
        lock (_lock)
            return Any().Matches(text).Select(m => m.Value).FirstOrDefault(p => Generated().IsMatch(p) && !_values.ContainsKey(p));
    }

    public string Fill(string text) => Any().Replace(text, match => Value(match.Value));

    public JsonNode? Fill(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(p => KeyValuePair.Create(Fill(p.Key), Fill(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Fill)]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Fill(text)),
        _ => node?.DeepClone(),
    };

    /// <summary>Matches what a recorded text may look like today: every placeholder stands for anything.</summary>
    public static bool Matches(string recorded, string actual) =>
        Regex.IsMatch(actual, "^" + string.Join(".+?", Any().Split(recorded).Select(Regex.Escape)) + "$", RegexOptions.Singleline);

    private string Value(string placeholder)
    {
        if (placeholder.StartsWith("<DEVICE:", StringComparison.Ordinal))
            return Device(placeholder[8..^1]).Id;
        if (placeholder.StartsWith("<PUBKEY:", StringComparison.Ordinal))
            return Device(placeholder[8..^1]).PublicKey;
        lock (_lock)
        {
            if (_values.TryGetValue(placeholder, out var value))
                return value;
            // An id that the recorded client made up itself.
            if (placeholder.StartsWith("<HEX64:", StringComparison.Ordinal))
                return _values[placeholder] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
            return placeholder;
        }
    }

    [GeneratedRegex("^<(UUID|HEX64|HEX32):[0-9]+>$")]
    private static partial Regex Generated();

    [GeneratedRegex("<[A-Z][A-Z0-9_]*(?::[^<>]*)?>")]
    private static partial Regex Any();
}
