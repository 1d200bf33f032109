using System.ComponentModel;
using System.Diagnostics;

namespace OpenClaw.Agents.Prompts;

/// <summary>Makes the workspace a git repository, so that what an agent does to it can be seen and undone.</summary>
public static class WorkspaceRepository
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    /// <summary>False when there is no repository and none could be made.</summary>
    public static async Task<bool> EnsureAsync(string workspace, CancellationToken cancellationToken)
    {
        if (Directory.Exists(Path.Combine(workspace, ".git")))
            return true;
        var start = new ProcessStartInfo("git") { WorkingDirectory = workspace, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("init");
        start.ArgumentList.Add("--quiet");
        try
        {
            using var git = Process.Start(start)!;
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            deadline.CancelAfter(s_limit);
            await git.WaitForExitAsync(deadline.Token).ConfigureAwait(false);
            return git.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
