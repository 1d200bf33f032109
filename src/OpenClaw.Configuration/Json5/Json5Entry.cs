namespace OpenClaw.Configuration.Json5;

/// <summary>One member of an object or one item of an array, with its place in the text.</summary>
/// <param name="Name">The member's name, unescaped; null for an item.</param>
/// <param name="Start">Offset of the key, or of the item.</param>
/// <param name="KeyEnd">Offset behind the key; equals <paramref name="Start"/> for an item.</param>
/// <param name="Value">The value.</param>
public sealed record Json5Entry(string? Name, int Start, int KeyEnd, Json5Node Value)
{
    /// <summary>Offset of the comma that follows, or -1.</summary>
    public int Comma { get; internal set; } = -1;
}
