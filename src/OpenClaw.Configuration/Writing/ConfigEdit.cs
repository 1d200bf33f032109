using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Writing;

/// <summary>A change to what the user wrote: the new content of the file, or why the change cannot be made.</summary>
public sealed record ConfigEdit
{
    private ConfigEdit()
    {
    }

    /// <summary>The new content in the user's terms: with <c>${VAR}</c> and <c>$include</c>, without defaults.</summary>
    public JsonObject? Target { get; private init; }

    /// <summary>Text whose comments and order are to be kept; null: those of the file.</summary>
    public string? Layout { get; init; }

    /// <summary>True when the removal of most of the file is what the caller asked for.</summary>
    public bool Force { get; init; }

    /// <summary>Why the change cannot be made.</summary>
    public string? Refusal { get; private init; }

    /// <summary>The change to this content.</summary>
    public static ConfigEdit To(JsonObject target) => new() { Target = target };

    /// <summary>No change is possible, for this reason.</summary>
    public static ConfigEdit Refuse(string reason) => new() { Refusal = reason };
}
