namespace OpenClaw.Channels.Media;

/// <summary>How long files of a directory are kept.</summary>
/// <param name="Folder">Its path; may not exist.</param>
/// <param name="MaxAge">Older ones go.</param>
/// <param name="MaxBytes">The oldest go while all together are larger; null: any size.</param>
public sealed record RetentionRule(string Folder, TimeSpan MaxAge, long? MaxBytes = null);
