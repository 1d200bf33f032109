namespace OpenClaw.Agents.Tools;

/// <summary>Offers tools. Asked at every run, so that what is offered follows the configuration and what is connected.</summary>
public interface IToolSource
{
    /// <summary>The tools that work in this scene now; a tool that could only fail is not offered. Policy is applied elsewhere.</summary>
    IEnumerable<ITool> Tools(ToolScene scene);

    /// <summary>
    /// Gives a source that is still getting ready a short while before it is asked. It must return within a few seconds and must not fail:
    /// what is not ready then is not offered.
    /// </summary>
    Task ReadyAsync(CancellationToken ct) => Task.CompletedTask;
}
