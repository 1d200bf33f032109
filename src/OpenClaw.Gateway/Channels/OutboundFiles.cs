using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Replies;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Outbound;

namespace OpenClaw.Gateway.Channels;

/// <summary>
/// Attachments on their way out. A local file leaves the machine only from the workspace of an agent or the media store, by where it really
/// is (CVE-2026-44996); an address is fetched under the rules of <see cref="MediaDownloads"/>.
/// </summary>
internal sealed class OutboundFiles(MediaDownload download) : IOutboundMedia
{
    private const long MaxBytes = 100_000_000;
    private const int MaxNameLength = 100;

    /// <summary>Whose files may be sent; until it is set none may.</summary>
    public AgentDirectory? Agents { get; set; }

    /// <inheritdoc/>
    public async Task<OutboundFile> OpenAsync(OutboundPart part, CancellationToken ct)
    {
        var reference = part.Media ?? string.Empty;
        if (Uri.TryCreate(reference, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            return await FetchAsync(url, ct).ConfigureAwait(false);
        if (Resolve(reference) is not { } path)
            return Bad($"{Path.GetFileName(reference)} may not be sent: only files in an agent's workspace or in the media folder of the state directory may");
        var file = new FileInfo(path);
        if (!file.Exists)
            return Bad($"{file.Name} is not there any more");
        return file.Length > MaxBytes ? TooLarge(file.Name) : new OutboundFile(path);
    }

    private string? Resolve(string reference) =>
        Agents is { } agents ? agents.Ids().Select(id => MediaGate.Of(agents, id).Resolve(reference)).FirstOrDefault(static path => path is not null) : null;

    private async Task<OutboundFile> FetchAsync(Uri url, CancellationToken ct)
    {
        var fetched = await download(url, MaxBytes, ct).ConfigureAwait(false);
        if (fetched.Path is not { } path)
            return fetched.TooLarge ? TooLarge(url.Host) : Bad($"could not be fetched from {url.Host}: {fetched.Problem}");

        // In a folder of its own, so that it goes out under its own name.
        var folder = path + ".d";
        Directory.CreateDirectory(folder);
        var named = Path.Combine(folder, NameOf(fetched));
        File.Move(path, named);
        return new OutboundFile(named, folder);
    }

    private static string NameOf(FetchedMedia fetched)
    {
        var name = string.Concat((fetched.FileName ?? string.Empty).Select(static c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_')).TrimStart('.');
        return name.Length == 0 ? "file" : name.Length > MaxNameLength ? name[^MaxNameLength..] : name;
    }

    private static OutboundFile TooLarge(string name) => new(new SendFault(SendFaultKind.TooLarge, $"media from {name} is larger than {MaxBytes / 1_000_000} MB"));

    private static OutboundFile Bad(string problem) => new(new SendFault(SendFaultKind.BadMedia, $"media: {problem}"));
}
