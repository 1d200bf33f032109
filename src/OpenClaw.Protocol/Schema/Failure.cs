namespace OpenClaw.Protocol.Schema;

/// <summary>One thing wrong with a value.</summary>
/// <param name="Pointer">JSON pointer of the offending value, relative to whoever asked; empty for that value itself.</param>
/// <param name="Text">What is wrong, without the pointer.</param>
/// <param name="NamesRoot">At the root this failure says <c>at root</c>, as only an unexpected member does.</param>
internal readonly record struct Failure(string Pointer, string Text, bool NamesRoot = false)
{
    /// <summary>The same failure seen from the object or array that holds the value.</summary>
    public Failure Under(string step) =>
        this with { Pointer = $"/{step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}{Pointer}" };

    /// <summary>As spec 01 §3 words it.</summary>
    public override string ToString() => Pointer.Length > 0 ? $"at {Pointer}: {Text}" : NamesRoot ? $"at root: {Text}" : Text;
}
