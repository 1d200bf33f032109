namespace OpenClaw.Channels.Inbound.Lines;

/// <summary>What became of the attachments of a message.</summary>
/// <param name="Files">Those that are here.</param>
/// <param name="Missing">Placeholders of those that are not, with the reason.</param>
/// <param name="TooLarge">The limit in megabytes that one of them exceeds; null: none did.</param>
internal sealed record BroughtMedia(IReadOnlyList<LocalMedia> Files, IReadOnlyList<string> Missing, double? TooLarge)
{
    public static BroughtMedia None { get; } = new([], [], null);
}
