namespace OpenClaw.Configuration.Writing;

/// <summary>Why nothing was written.</summary>
public enum ConfigWriteFailure
{
    /// <summary>It was written, or there was nothing to change.</summary>
    None,

    /// <summary>The file is not the one that the change is based on.</summary>
    Conflict,

    /// <summary>The file, as it is now, cannot be used, so there is nothing to apply an edit to.</summary>
    CurrentInvalid,

    /// <summary>The config would not be valid.</summary>
    Invalid,

    /// <summary>More than half of the top-level keys would be gone.</summary>
    Shrinks,

    /// <summary>Another writer held the file for too long.</summary>
    Busy,

    /// <summary>The edit itself was refused by whoever made it.</summary>
    Refused,

    /// <summary>The disk said no: full, read-only, no permission.</summary>
    Disk,
}
