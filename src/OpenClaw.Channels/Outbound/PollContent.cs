namespace OpenClaw.Channels.Outbound;

/// <summary>A poll that passed its rules (spec 10 §5.7).</summary>
/// <param name="Question">Trimmed, not empty.</param>
/// <param name="Options">At least two.</param>
/// <param name="MaxSelections">1 to the number of options.</param>
/// <param name="DurationHours">How long it runs; null: open.</param>
public sealed record PollContent(string Question, IReadOnlyList<string> Options, int MaxSelections = 1, int? DurationHours = null);
