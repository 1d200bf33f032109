namespace OpenClaw.Agents.Tools;

/// <summary>Decides which tools may be used (spec 09 §1). A filter can only remove.</summary>
public interface IToolFilter
{
    /// <summary>Those of <paramref name="tools"/> that the scene may use, in the same order.</summary>
    IReadOnlyList<ITool> Filter(IReadOnlyList<ITool> tools, ToolScene scene);
}
