using System.Text.Json.Nodes;

namespace OpenClaw.Agents.Tools.Files;

/// <summary><c>apply_patch</c>: several changes to several files in one call, all of them or none (spec 09 §2).</summary>
internal sealed class ApplyPatchTool(string home, FileAccessRules rules) : ITool
{
    private const string Name = "apply_patch";

    public ToolDefinition Definition { get; } = new()
    {
        Name = Name,
        Summary = "Apply a patch to several files",
        Description = "Applies a patch. It begins with \"*** Begin Patch\" and ends with \"*** End Patch\"; in between \"*** Add File: path\", "
            + "\"*** Delete File: path\" and \"*** Update File: path\" (optionally followed by \"*** Move to: path\"). Lines of a passage begin with "
            + "a blank (kept), \"-\" (removed) or \"+\" (added); passages are separated by \"@@\", which may name a line before the passage; "
            + "\"*** End of File\" marks a passage at the end. Nothing is changed unless everything fits.",
        Parameters = ToolParameters.Of("""
            {"type":"object","properties":{"input":{"type":"string","description":"The whole patch"}},"required":["input"]}
            """),
    };

    public async Task<ToolResult> RunAsync(ToolCall call, CancellationToken ct)
    {
        if (new ToolArguments(call.Arguments).Raw("input") is not { Length: > 0 } input)
            return ToolResult.Error(Name, "input is required: the whole patch");
        var (changes, problem) = PatchParser.Parse(input);
        if (changes is null)
            return ToolResult.Error(Name, problem!);
        var plan = new PatchPlan(home, rules, call.Scene);
        try
        {
            foreach (var change in changes)
            {
                if (await plan.AddAsync(change, ct).ConfigureAwait(false) is { } mismatch)
                    return ToolResult.Error(Name, $"{mismatch}\nNothing was changed.");
            }

            await plan.ApplyAsync(ct).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return ToolResult.Error(Name, $"{fault.Message}\nNothing was changed.");
        }

        var summary = string.Join('\n', plan.Summary);
        return ToolResult.Text(
            $"The patch was applied:\n{summary}", ToolResult.Json(new JsonObject { ["summary"] = summary }).Details);
    }
}
