namespace OpenClaw.Operations.Processes;

/// <summary>The user this process runs as.</summary>
internal static class CurrentUser
{
    /// <summary>Numeric user id; 0 on Windows, where names built from it are per user already.</summary>
    public static uint Id => OperatingSystem.IsWindows() ? 0 : LibC.GetUserId();
}
