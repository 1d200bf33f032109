namespace OpenClaw.Channels.Contract;

/// <summary>An attachment on this machine, or why it is not.</summary>
/// <param name="Path">Local file, mode 0600; null when it could not be had.</param>
/// <param name="Mime">Type as declared or found out; null: unknown.</param>
/// <param name="FileName">Original name; null: none.</param>
/// <param name="Size">Bytes.</param>
/// <param name="TooLarge">True: it exceeds the limit.</param>
/// <param name="Problem">Why there is no file.</param>
public sealed record FetchedMedia(string? Path, string? Mime = null, string? FileName = null, long Size = 0, bool TooLarge = false, string? Problem = null);
