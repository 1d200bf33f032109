using System.Text;

namespace OpenClaw.Protocol.Schema;

/// <summary>Exactly this text.</summary>
/// <param name="Value">The text.</param>
public sealed record ConstantShape(string Value) : Shape
{
    /// <summary>The text as UTF-8, for comparing against raw input.</summary>
    internal byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(Value);
}
