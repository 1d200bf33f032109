using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Protocol.Schema;

/// <summary>
/// What a JSON value must look like. Built from the source-generated metadata of a wire type and the attributes of its members;
/// the validator and every emitted model read the same tree, so they cannot disagree.
/// </summary>
public abstract record Shape
{
    // A memo, not state: the value follows from the key alone. Weak, so that a context made by a test can go away.
    private static readonly ConditionalWeakTable<JsonTypeInfo, Shape> s_known = [];

    private protected Shape()
    {
    }

    /// <summary>The shape of a wire type; built on first use, then remembered.</summary>
    public static Shape Of(JsonTypeInfo type) => s_known.GetValue(type, static t => ShapeBuilder.Build(t));
}
