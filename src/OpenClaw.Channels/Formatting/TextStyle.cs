namespace OpenClaw.Channels.Formatting;

/// <summary>How a part of a text looks. Where two begin and end at the same places, the earlier one is the outer one.</summary>
public enum TextStyle
{
    /// <summary>Lines of code.</summary>
    CodeBlock,

    /// <summary>Code inside a line.</summary>
    Code,

    /// <summary>Bold.</summary>
    Bold,

    /// <summary>Italic.</summary>
    Italic,

    /// <summary>Struck through.</summary>
    Strike,
}
