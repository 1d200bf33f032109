using System.Diagnostics;

namespace OpenClaw.Conformance.Tests.Processes;

/// <summary>One run of a command, on a private home and with nothing of the machine's environment but the search path.</summary>
internal sealed record Cli(int ExitCode, string Output, string Errors)
{
    public static ProcessStartInfo StartInfo(PrivateHome home, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Binary.Path, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = home.Path,
        };
        // DOTNET_ROOT lets the built program of a developer run; the native binary needs nothing.
        var keep = new[] { "PATH", "DOTNET_ROOT", "LANG" };
        foreach (var name in start.Environment.Keys.Where(k => !keep.Contains(k)).ToList())
            start.Environment.Remove(name);
        start.Environment["HOME"] = home.Path;
        foreach (var (name, value) in home.Environment)
            start.Environment[name] = value;
        return start;
    }

    public static async Task<Cli> RunAsync(PrivateHome home, CancellationToken ct, params string[] arguments)
    {
        using var process = Process.Start(StartInfo(home, arguments))!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = process.StandardError.ReadToEndAsync(ct);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return new Cli(process.ExitCode, await output, await errors);
    }
}
