namespace OpenClaw.Agents.Memory;

/// <summary>A file that memory consists of.</summary>
/// <param name="Path">As it is shown: relative to the workspace with <c>/</c>, or absolute outside of it.</param>
/// <param name="FullPath">On disk.</param>
/// <param name="ModifiedMs">Time of the last change.</param>
/// <param name="Size">Bytes.</param>
internal sealed record MemoryFile(string Path, string FullPath, long ModifiedMs, long Size);
