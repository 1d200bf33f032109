using System.Text.Json.Nodes;

namespace OpenClaw.Agents.Tools.Files;

/// <summary><c>edit</c>: replaces the one occurrence of a text in a file (spec 09 §2).</summary>
internal sealed class EditTool(string home, FileAccessRules rules) : ITool
{
    private const string Name = "edit";

    public ToolDefinition Definition { get; } = new()
    {
        Name = Name,
        Summary = "Replace a passage of a file",
        Description = "Replaces oldText by newText in a file. oldText must occur exactly once, including blanks and line ends.",
        Parameters = ToolParameters.Of("""
            {"type":"object","properties":{
              "path":{"type":"string","description":"File to change; relative paths start at the workspace"},
              "oldText":{"type":"string","description":"The passage as it is now"},
              "newText":{"type":"string","description":"What it becomes"}},
             "required":["path","oldText","newText"]}
            """),
    };

    public async Task<ToolResult> RunAsync(ToolCall call, CancellationToken ct)
    {
        var arguments = new ToolArguments(call.Arguments);
        if (FilePlace.Of(arguments.Raw("path") ?? arguments.Raw("file_path"), call.Scene, home) is not { } place)
            return ToolResult.Error(Name, "path is required");
        if ((arguments.Raw("oldText") ?? arguments.Raw("old_string")) is not { Length: > 0 } oldText)
            return ToolResult.Error(Name, "oldText is required and not empty; use write for a new file");
        if ((arguments.Raw("newText") ?? arguments.Raw("new_string")) is not { } newText)
            return ToolResult.Error(Name, "newText is required; it may be empty");
        if ((rules.WriteProblem(place.RealPath) ?? rules.ReadProblem(place.RealPath)) is { } closed)
            return ToolResult.Error(Name, closed);
        try
        {
            var (file, problem) = await TextFile.ReadAsync(place, ct).ConfigureAwait(false);
            if (file is null)
                return ToolResult.Error(Name, problem!);
            var (match, mismatch) = EditMatch.Find(file.Text, TextFile.Plain(oldText));
            if (match is not { } found)
                return ToolResult.Error(Name, $"{place.Shown}: {mismatch}");
            var changed = string.Concat(file.Text.AsSpan(0, found.Start), TextFile.Plain(newText), file.Text.AsSpan(found.Start + found.Length));
            if (changed == file.Text)
                return ToolResult.Error(Name, $"{place.Shown}: oldText and newText are the same, nothing would change");
            await FileWriting.WriteAsync(place.RealPath, file.Encode(changed), ct).ConfigureAwait(false);
            return Done(place, found, file.Text, changed);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return ToolResult.Error(Name, FileProblem.Words(place, problem));
        }
    }

    private static ToolResult Done(FilePlace place, EditMatch found, string before, string after)
    {
        var (diff, line) = LineDiff.Of(before, after);
        var details = ToolResult.Json(new JsonObject { ["diff"] = diff, ["firstChangedLine"] = line }).Details;
        var note = found.Loose ? " The passage differed in blanks or quotes and was matched tolerantly." : string.Empty;
        return ToolResult.Text($"Changed {place.Shown} at line {line}.{note}", details);
    }
}
