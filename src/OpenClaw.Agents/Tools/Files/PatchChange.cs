namespace OpenClaw.Agents.Tools.Files;

/// <summary>What a patch does to one file. The set is closed.</summary>
/// <param name="Path">As written in the patch.</param>
internal abstract record PatchChange(string Path)
{
    /// <summary>A new file.</summary>
    public sealed record Add(string Path, string Content) : PatchChange(Path);

    /// <summary>A file that goes.</summary>
    public sealed record Delete(string Path) : PatchChange(Path);

    /// <summary>A file that changes, and perhaps moves.</summary>
    public sealed record Update(string Path, string? MoveTo, IReadOnlyList<PatchHunk> Hunks) : PatchChange(Path);
}
