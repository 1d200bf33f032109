using System.Text;

namespace OpenClaw.Agents.Tools.Files;

/// <summary><c>write</c>: a whole file (spec 09 §2).</summary>
internal sealed class WriteTool(string home, FileAccessRules rules) : ITool
{
    private const string Name = "write";

    public ToolDefinition Definition { get; } = new()
    {
        Name = Name,
        Summary = "Create or replace a file",
        Description = "Writes a file, replacing what is there; missing folders are created.",
        Parameters = ToolParameters.Of("""
            {"type":"object","properties":{
              "path":{"type":"string","description":"File to write; relative paths start at the workspace"},
              "content":{"type":"string","description":"The whole content"}},
             "required":["path","content"]}
            """),
    };

    public async Task<ToolResult> RunAsync(ToolCall call, CancellationToken ct)
    {
        var arguments = new ToolArguments(call.Arguments);
        if (FilePlace.Of(arguments.Raw("path") ?? arguments.Raw("file_path"), call.Scene, home) is not { } place)
            return ToolResult.Error(Name, "path is required");
        if (arguments.Raw("content") is not { } content)
            return ToolResult.Error(Name, "content is required: the whole text of the file");
        if (rules.WriteProblem(place.RealPath) is { } closed)
            return ToolResult.Error(Name, closed);
        var bytes = Encoding.UTF8.GetBytes(content);
        try
        {
            await FileWriting.WriteAsync(place.RealPath, bytes, ct).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return ToolResult.Error(Name, FileProblem.Words(place, problem));
        }

        return ToolResult.Text($"Wrote {bytes.Length} bytes to {place.Shown}");
    }
}
