using System.Diagnostics;

namespace OpenClaw.Bench.Startup;

internal static class Spawn
{
    /// <summary>Milliseconds from the start of a command to its end.</summary>
    public static double Once(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return watch.Elapsed.TotalMilliseconds;
    }
}
