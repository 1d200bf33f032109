namespace OpenClaw.Agents.Memory;

/// <summary>A place in memory that fits a question.</summary>
/// <param name="Path">As <c>memory_get</c> takes it.</param>
/// <param name="StartLine">First line, from 1.</param>
/// <param name="EndLine">Last line.</param>
/// <param name="Score">0 to 1: how much of what was asked for, by the rareness of its words, is there, and how well it ranks.</param>
/// <param name="Snippet">Its beginning.</param>
public sealed record MemoryHit(string Path, int StartLine, int EndLine, double Score, string Snippet);
