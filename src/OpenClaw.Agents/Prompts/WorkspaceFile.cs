namespace OpenClaw.Agents.Prompts;

/// <summary>One workspace file as it goes into the prompt.</summary>
/// <param name="Name">File name.</param>
/// <param name="Path">Absolute path.</param>
/// <param name="Missing">True when there is no such file.</param>
/// <param name="RawChars">Characters in the file.</param>
/// <param name="Text">What is put into the prompt: the content, possibly cut, or a line saying where the file was expected.</param>
/// <param name="Truncated">True when the content was cut.</param>
public sealed record WorkspaceFile(string Name, string Path, bool Missing, int RawChars, string Text, bool Truncated);
