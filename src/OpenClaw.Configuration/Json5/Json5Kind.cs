namespace OpenClaw.Configuration.Json5;

/// <summary>What a piece of JSON5 text is.</summary>
public enum Json5Kind
{
    /// <summary><c>null</c>.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A number in any of the JSON5 notations.</summary>
    Number,

    /// <summary>A string in single or double quotes.</summary>
    Text,

    /// <summary>An array.</summary>
    Array,

    /// <summary>An object.</summary>
    Object,
}
