namespace OpenClaw.Channels.Formatting;

/// <summary>What becomes of a Markdown table (<c>channels.&lt;channel&gt;.markdown.tables</c>).</summary>
public enum TableMode
{
    /// <summary>Columns of a fixed-width font.</summary>
    Code,

    /// <summary>A list: one line per cell, named after its column.</summary>
    Bullets,

    /// <summary>Stays as it was written.</summary>
    Off,
}
