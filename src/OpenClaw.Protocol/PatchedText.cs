using System.Text.Json.Serialization;

namespace OpenClaw.Protocol;

/// <summary>
/// A member of a patch, where absent ("leave it"), <c>null</c> ("clear it") and a text ("set it") are three different things.
/// Give the member <c>[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]</c>, so that absent stays absent.
/// </summary>
/// <param name="IsPresent">False: the member was absent.</param>
/// <param name="Text">The new text; null when absent or cleared.</param>
[JsonConverter(typeof(PatchedTextConverter))]
public readonly record struct PatchedText(bool IsPresent, string? Text)
{
    /// <summary>The member was given as <c>null</c>.</summary>
    public bool IsCleared => IsPresent && Text is null;

    /// <summary>Clears the value.</summary>
    public static PatchedText Clear { get; } = new(true, null);

    /// <summary>Sets the value.</summary>
    public static PatchedText Set(string text) => new(true, text);
}
