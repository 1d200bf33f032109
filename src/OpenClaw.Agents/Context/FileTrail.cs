using System.Text;
using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Context;

/// <summary>Which files the summarised part of a conversation read and changed; carried on from summary to summary (spec 08 §13.1).</summary>
/// <param name="Read">Files that were read and not changed, sorted.</param>
/// <param name="Modified">Files that were written or edited, sorted.</param>
internal sealed record FileTrail(IReadOnlyList<string> Read, IReadOnlyList<string> Modified)
{
    private static readonly string[] s_pathNames = ["path", "file_path"];

    /// <summary>The trail of a plan: of its tool calls, and of the older summary's.</summary>
    public static FileTrail Of(CutPlan plan)
    {
        var read = new SortedSet<string>(StringComparer.Ordinal);
        var modified = new SortedSet<string>(StringComparer.Ordinal);
        if (plan.Older is { } older && older.Raw.TryGetProperty("details", out var details) && details.ValueKind == JsonValueKind.Object)
        {
            read.UnionWith(Texts(details, "readFiles"));
            modified.UnionWith(Texts(details, "modifiedFiles"));
        }

        foreach (var call in plan.Summarised.Select(ModelContext.Message).OfType<ModelMessage.Assistant>()
                     .SelectMany(static turn => turn.Content.OfType<ContentPart.ToolCall>()))
        {
            if (PathOf(call.Arguments) is not { } path)
                continue;
            if (call.Name == "read")
                read.Add(path);
            else if (call.Name is "write" or "edit")
                modified.Add(path);
        }

        read.ExceptWith(modified);
        return new FileTrail([.. read], [.. modified]);
    }

    /// <summary>The lists as they stand at the end of a summary; empty when there are none.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        Append(text, "read-files", Read);
        Append(text, "modified-files", Modified);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, IReadOnlyList<string> files)
    {
        if (files.Count > 0)
            text.Append("\n\n<").Append(name).Append(">\n").AppendJoin('\n', files).Append("\n</").Append(name).Append('>');
    }

    private static string? PathOf(JsonElement arguments)
    {
        if (arguments.ValueKind != JsonValueKind.Object)
            return null;
        return s_pathNames.Select(name => MessageJson.Text(arguments, name)).FirstOrDefault(static path => path is { Length: > 0 });
    }

    private static IEnumerable<string> Texts(JsonElement details, string name) =>
        details.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.String).Select(static item => item.GetString()!)
            : [];
}
