using System.Collections.Concurrent;
using OpenClaw.Agents.Identity;

namespace OpenClaw.Agents.Prompts;

/// <summary>
/// Makes a workspace ready for its first run of this process: each missing template, and a git repository when the workspace is new and git
/// is there (spec 08 §11). A file that is deleted later stays deleted until the next start.
/// </summary>
internal sealed class WorkspaceSetup(AgentDirectory agents)
{
    private readonly ConcurrentDictionary<string, bool> _done = new(StringComparer.Ordinal);

    public async Task EnsureAsync(string workspace, CancellationToken ct)
    {
        if (agents.Config.Agents.Defaults.SkipBootstrap || !_done.TryAdd(workspace, true))
            return;
        try
        {
            var written = await WorkspaceTemplates.EnsureAsync(workspace, ct).ConfigureAwait(false);
            if (written.Any(static file => Path.GetFileName(file) == WorkspaceTemplates.BootstrapName))
                await WorkspaceRepository.EnsureAsync(workspace, ct).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // A workspace that cannot be written still talks: the prompt says which files are missing and where they were expected.
            return;
        }
        catch (OperationCanceledException)
        {
            _done.TryRemove(workspace, out _);
            throw;
        }
    }
}
