namespace OpenClaw.Nodes.Commands;

/// <summary>What a node runs on, as far as its commands depend on it.</summary>
public enum NodePlatform
{
    /// <summary>Not recognised.</summary>
    Unknown,

    /// <summary>iPhone and iPad.</summary>
    Ios,

    /// <summary>Android.</summary>
    Android,

    /// <summary>Mac.</summary>
    Macos,

    /// <summary>Windows.</summary>
    Windows,

    /// <summary>Linux.</summary>
    Linux,
}
