namespace OpenClaw.Agents.Memory;

/// <summary>A piece of a file that is found as one.</summary>
/// <param name="StartLine">First line, from 1.</param>
/// <param name="EndLine">Last line.</param>
/// <param name="Text">The lines.</param>
internal sealed record MemoryChunk(int StartLine, int EndLine, string Text);
