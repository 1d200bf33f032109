using OpenClaw.Agents.Models;

namespace OpenClaw.Agents.Tools.Files;

/// <summary>Reading and changing files on the gateway's host (spec 09 §2): <c>read</c>, <c>write</c>, <c>edit</c>, <c>apply_patch</c>.</summary>
/// <param name="home">What <c>~</c> means.</param>
/// <param name="rules">What is left alone.</param>
/// <param name="patchFor">True when <c>apply_patch</c> is offered to this model of this agent.</param>
public sealed class FileTools(string home, FileAccessRules rules, Func<string, ModelInfo, bool> patchFor) : IToolSource
{
    private readonly ITool[] _always = [new ReadTool(home, rules), new WriteTool(home, rules), new EditTool(home, rules)];
    private readonly ITool _patch = new ApplyPatchTool(home, rules);

    /// <inheritdoc/>
    public IEnumerable<ITool> Tools(ToolScene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        return scene.Model is { } model && patchFor(scene.AgentId, model) ? [.. _always, _patch] : _always;
    }
}
