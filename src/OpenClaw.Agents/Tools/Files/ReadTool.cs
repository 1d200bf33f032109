using System.Text;
using OpenClaw.Storage.Media;

namespace OpenClaw.Agents.Tools.Files;

/// <summary><c>read</c>: part of a text file, or an image (spec 09 §2).</summary>
internal sealed class ReadTool(string home, FileAccessRules rules) : ITool
{
    public const int MaxLines = 2000;
    public const int MaxBytes = 50 * 1024;

    private const string Name = "read";
    private const int SniffBytes = 8192;

    public ToolDefinition Definition { get; } = new()
    {
        Name = Name,
        Summary = "Read a file",
        Description = "Reads a text file, or an image (png, jpeg, gif, webp). Text is cut after 2000 lines or 50 KB, whichever comes first; "
            + "use offset and limit to read on.",
        Parameters = ToolParameters.Of("""
            {"type":"object","properties":{
              "path":{"type":"string","description":"File to read; relative paths start at the workspace"},
              "offset":{"type":"number","description":"First line, counted from 1"},
              "limit":{"type":"number","description":"Most lines to return"}},
             "required":["path"]}
            """),
    };

    public async Task<ToolResult> RunAsync(ToolCall call, CancellationToken ct)
    {
        var arguments = new ToolArguments(call.Arguments);
        if (FilePlace.Of(arguments.Raw("path") ?? arguments.Raw("file_path"), call.Scene, home) is not { } place)
            return ToolResult.Error(Name, "path is required");
        if (rules.ReadProblem(place.RealPath) is { } closed)
            return ToolResult.Error(Name, closed);
        try
        {
            await using var stream = PlainFile(place);
            if (stream is null)
                return ToolResult.Error(Name, $"{place.Shown} is not a regular file");
            var head = new byte[SniffBytes];
            var size = await stream.ReadAtLeastAsync(head, SniffBytes, throwOnEndOfStream: false, ct).ConfigureAwait(false);
            stream.Position = 0;
            if (FileTypes.Sniff(head.AsSpan(0, size)) is (FileTypes.Png or FileTypes.Jpeg or FileTypes.Gif or FileTypes.WebP or FileTypes.Heic) and var kind)
                return await ImageReader.ReadAsync(Name, place.Shown, stream, kind, ct).ConfigureAwait(false);
            if (head.AsSpan(0, size).Contains((byte)0))
                return ToolResult.Error(Name, $"{place.Shown} is a binary file of {stream.Length} bytes");
            return await TextAsync(stream, arguments.Whole("offset", 1) ?? 1, arguments.Whole("limit", 1), ct).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return ToolResult.Error(Name, FileProblem.Words(place, problem));
        }
    }

    private static FileStream? PlainFile(FilePlace place) => Storage.PlainFile.OpenRead(place.RealPath);

    private static async Task<ToolResult> TextAsync(FileStream stream, int first, int? limit, CancellationToken ct)
    {
        var slice = new LineSlice(first, Math.Min(limit ?? MaxLines, MaxLines), MaxBytes);
        using (var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true))
            await slice.ReadAsync(reader, ct).ConfigureAwait(false);
        if (first > Math.Max(1, slice.Total))
            return ToolResult.Error(Name, $"offset {first} is behind the end of the file, which has {slice.Total} lines");
        return ToolResult.Text(slice.Note is { } note ? $"{slice.Text}\n\n[{note}]" : slice.Text);
    }
}
