using System.Text;

namespace OpenClaw.Protocol.Schema;

/// <summary>One member of an <see cref="ObjectShape"/>.</summary>
/// <param name="Name">Wire name.</param>
/// <param name="Shape">Its value.</param>
/// <param name="IsRequired">Must be there.</param>
public sealed record ShapeMember(string Name, Shape Shape, bool IsRequired)
{
    /// <summary>The name as UTF-8, for comparing against raw input.</summary>
    internal byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(Name);
}
