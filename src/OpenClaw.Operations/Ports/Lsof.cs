using System.Globalization;
using CliWrap;
using CliWrap.Buffered;

namespace OpenClaw.Operations.Ports;

/// <summary><c>lsof</c>, for systems without the kernel's tables and for what they hide (spec 05 §4).</summary>
internal static class Lsof
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(5);

    /// <summary>The program, looked for where systems put it and then on the PATH; null when there is none.</summary>
    public static string? Locate()
    {
        string[] fixedPlaces = OperatingSystem.IsMacOS()
            ? ["/usr/sbin/lsof", "/usr/bin/lsof"]
            : ["/usr/bin/lsof", "/usr/sbin/lsof"];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return fixedPlaces.Concat(path.Select(p => Path.Combine(p, "lsof"))).FirstOrDefault(File.Exists);
    }

    /// <summary>Who listens; null when it did not run or did not finish in time.</summary>
    public static async Task<IReadOnlyList<PortListener>?> FindAsync(string program, int port, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(s_limit);
        try
        {
            var result = await Cli.Wrap(program)
                .WithArguments(["-nP", $"-iTCP:{port}", "-sTCP:LISTEN", "-FpFcFnFL"])
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(deadline.Token)
                .ConfigureAwait(false);
            // Status 1 with no output means that nobody listens.
            return Parse(result.StandardOutput);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Field lines: <c>p</c> starts a process, <c>c</c> command, <c>L</c> login, first <c>n</c> address.</summary>
    internal static IReadOnlyList<PortListener> Parse(string output)
    {
        var listeners = new List<PortListener>();
        foreach (var line in output.Split('\n').Where(l => l.Length > 1))
        {
            if (line[0] == 'p' && int.TryParse(line.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var pid))
            {
                listeners.Add(new PortListener { Pid = pid });
                continue;
            }
            if (listeners.Count == 0)
                continue;
            var current = listeners[^1];
            listeners[^1] = line[0] switch
            {
                'c' => current with { Command = line[1..] },
                'L' => current with { User = line[1..] },
                'n' when current.Address is null => current with { Address = line[1..] },
                _ => current,
            };
        }
        return listeners;
    }
}
