using System.Text.Json.Nodes;

namespace OpenClaw.Configuration;

/// <summary>Small things about JSON nodes that the base library leaves to its users.</summary>
internal static class Json
{
    /// <summary>A number whatever type the node keeps it in.</summary>
    public static double Number(JsonValue value) =>
        value.TryGetValue<long>(out var whole) ? whole
        : value.TryGetValue<int>(out var small) ? small
        : value.TryGetValue<double>(out var number) ? number
        : (double)value.GetValue<decimal>();
}
