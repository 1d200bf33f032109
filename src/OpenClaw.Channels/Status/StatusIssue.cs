namespace OpenClaw.Channels.Status;

/// <summary>Something about an account that its owner should look at (spec 10 §1.5).</summary>
/// <param name="Channel">Channel id.</param>
/// <param name="AccountId">Account.</param>
/// <param name="Kind"><c>auth</c>, <c>runtime</c> or <c>config</c>.</param>
/// <param name="Message">What is the matter.</param>
/// <param name="Fix">What to do; null: nothing in particular.</param>
public sealed record StatusIssue(string Channel, string AccountId, string Kind, string Message, string? Fix = null);
