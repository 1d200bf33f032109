using OpenClaw.Protocol.ExecApprovals;

namespace OpenClaw.Nodes.Approvals;

/// <summary>One command of a line, looked up.</summary>
/// <param name="Name">The command word.</param>
/// <param name="Path">The executable found; null when there is none.</param>
/// <param name="Entry">The entry that allows it; null: none needed, or none found.</param>
/// <param name="Allowed">True when it may run without asking.</param>
/// <param name="CanBeListed">False for what starts other programs: an entry would mean everything.</param>
public sealed record AllowedCommand(ShellWord Name, string? Path, ExecAllowlistEntry? Entry, bool Allowed, bool CanBeListed);
