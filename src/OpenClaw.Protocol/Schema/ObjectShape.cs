namespace OpenClaw.Protocol.Schema;

/// <summary>An object with known members.</summary>
/// <param name="Name">Simple name of the wire type behind it; unique in the protocol.</param>
/// <param name="Members">In wire order.</param>
/// <param name="IsOpen">Members that are not listed are ignored; otherwise they are failures.</param>
public sealed record ObjectShape(string Name, IReadOnlyList<ShapeMember> Members, bool IsOpen) : Shape
{
    /// <summary>The same object with another shape for one member, and open or closed as asked.</summary>
    public ObjectShape With(bool isOpen, params (string Member, Shape Shape)[] replaced) => this with
    {
        IsOpen = isOpen,
        Members = [.. Members.Select(m => m with { Shape = Array.Find(replaced, r => r.Member == m.Name).Shape ?? m.Shape })],
    };
}
