using System.Globalization;

namespace OpenClaw.Nodes.Execution;

/// <summary>Names of signals.</summary>
internal static class Signals
{
    private static readonly Dictionary<int, string> s_names = new()
    {
        [1] = "SIGHUP", [2] = "SIGINT", [3] = "SIGQUIT", [4] = "SIGILL", [5] = "SIGTRAP", [6] = "SIGABRT", [8] = "SIGFPE", [9] = "SIGKILL",
        [11] = "SIGSEGV", [13] = "SIGPIPE", [14] = "SIGALRM", [15] = "SIGTERM",
    };

    public static string Name(int number) => s_names.GetValueOrDefault(number) ?? string.Create(CultureInfo.InvariantCulture, $"SIG{number}");
}
