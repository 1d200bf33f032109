using System.Globalization;
using System.Text.Json;

namespace OpenClaw.Agents.Tools;

/// <summary>
/// Reads the arguments of a call. Models write numbers and flags as text now and then, so both forms are read; a value of another type reads
/// as absent.
/// </summary>
/// <param name="arguments">An object.</param>
public readonly struct ToolArguments(JsonElement arguments)
{
    /// <summary>The arguments as JSON.</summary>
    public string Json => arguments.ValueKind == JsonValueKind.Object ? arguments.GetRawText() : "{}";

    /// <summary>The trimmed text; null when absent or blank.</summary>
    public string? Text(string name) => Raw(name)?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The text as it is; null when absent.</summary>
    public string? Raw(string name) => Find(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A number.</summary>
    public double? Number(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.Number } value when value.TryGetDouble(out var number) && double.IsFinite(number) => number,
        { ValueKind: JsonValueKind.String } value when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) => number,
        _ => null,
    };

    /// <summary>A whole number, rounded down, within the bounds; null when absent.</summary>
    public int? Whole(string name, int min = 0, int max = int.MaxValue) =>
        Number(name) is { } number ? (int)Math.Clamp(Math.Floor(number), min, max) : null;

    /// <summary>True or false.</summary>
    public bool? Flag(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.String } value when bool.TryParse(value.GetString(), out var flag) => flag,
        _ => null,
    };

    /// <summary>A list of texts, without blank ones; one text counts as a list. Empty when absent.</summary>
    public IReadOnlyList<string> Texts(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray()
            .Select(static item => item.ValueKind == JsonValueKind.String ? item.GetString()!.Trim() : string.Empty).Where(static text => text.Length > 0)],
        { ValueKind: JsonValueKind.String } value when value.GetString()!.Trim() is { Length: > 0 } text => [text],
        _ => [],
    };

    /// <summary>An id, which models write as text or as a number; null when absent.</summary>
    public string? Id(string name) => Find(name) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : Text(name);

    /// <summary>A list of anything; null when absent.</summary>
    public JsonElement? List(string name) => Find(name) is { ValueKind: JsonValueKind.Array } value ? value : null;

    /// <summary>An object; null when absent.</summary>
    public JsonElement? Object(string name) => Find(name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    private JsonElement? Find(string name) =>
        arguments.ValueKind == JsonValueKind.Object && arguments.TryGetProperty(name, out var value) ? value : null;
}
