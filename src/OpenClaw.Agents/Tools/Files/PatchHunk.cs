namespace OpenClaw.Agents.Tools.Files;

/// <summary>One passage of an update.</summary>
/// <param name="Anchor">A line that comes somewhere before it; null when the patch names none.</param>
/// <param name="Old">Lines as they are.</param>
/// <param name="New">Lines as they become.</param>
/// <param name="AtEnd">It ends the file.</param>
/// <param name="Line">Where it stands in the patch, counted from 1, for messages.</param>
internal sealed record PatchHunk(string? Anchor, IReadOnlyList<string> Old, IReadOnlyList<string> New, bool AtEnd, int Line);
