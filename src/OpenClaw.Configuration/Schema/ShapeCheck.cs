using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Schema;

/// <summary>Where a check stands in the config, and what it found. Never stops at the first problem.</summary>
internal sealed class ShapeCheck
{
    private readonly List<string> _path = [];

    /// <summary>What was found, in file order of the description.</summary>
    public List<ShapeFault> Faults { get; } = [];

    public void Inside(string segment, Action<ShapeCheck> check)
    {
        _path.Add(segment);
        check(this);
        _path.RemoveAt(_path.Count - 1);
    }

    public void Fault(string wire, string explanation) => Faults.Add(new ShapeFault([.. _path], [.. _path], wire, explanation));

    /// <summary>A fault of a key that on the wire is told of its parent.</summary>
    public void KeyFault(string key, string wire, string explanation) => Faults.Add(new ShapeFault([.. _path], [.. _path, key], wire, explanation));

    /// <summary>The fault of a value that is of another type than it must be.</summary>
    public void WrongType(string wireType, JsonNode? value, string expectation) =>
        Fault($"Invalid input: expected {wireType}, received {TypeOf(value)}", "must be " + expectation);

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}
