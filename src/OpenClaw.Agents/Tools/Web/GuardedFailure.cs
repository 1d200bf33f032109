namespace OpenClaw.Agents.Tools.Web;

/// <summary>Why something was not fetched, in words for the one who asked.</summary>
public sealed record GuardedFailure(GuardedFailureKind Kind, string Message);
