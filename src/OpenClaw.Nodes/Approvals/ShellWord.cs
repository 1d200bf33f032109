namespace OpenClaw.Nodes.Approvals;

/// <summary>One word of a command line.</summary>
/// <param name="Text">Its value, quotes removed; expansions are left as written.</param>
/// <param name="Start">Where it begins in the line.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Literal">True when the shell passes it on exactly as <paramref name="Text"/>: no variable, glob, brace or tilde in it.</param>
public sealed record ShellWord(string Text, int Start, int End, bool Literal);
