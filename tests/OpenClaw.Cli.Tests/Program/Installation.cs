using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace OpenClaw.Cli.Tests.Program;

/// <summary>
/// A machine with nothing on it: its own home and temp directory, no variable of ours in the environment. Runs the built program,
/// or the one <c>OPENCLAW_BIN</c> names, as a child.
/// </summary>
public sealed class Installation : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("openclaw-cli-");
    private readonly List<RunningProgram> _running = [];

    public Installation()
    {
        Home = _root.CreateSubdirectory("home").FullName;
        Temp = _root.CreateSubdirectory("tmp").FullName;
    }

    public string Home { get; }

    public string Temp { get; }

    public string StateDir => Path.Combine(Home, ".openclaw");

    public string ConfigFile => Path.Combine(StateDir, "openclaw.json");

    /// <summary>
    /// A port that was free a moment ago, below those the system hands out by itself: whoever asks it for any port cannot get this one before it is
    /// used.
    /// </summary>
    public static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(20_000, 32_000));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Taken: another one.
                continue;
            }
        }
    }

    public void WriteConfig(string text)
    {
        Directory.CreateDirectory(StateDir);
        File.WriteAllText(ConfigFile, text);
    }

    /// <summary>Runs to the end.</summary>
    public Task<ProgramResult> RunAsync(params string[] arguments) => RunWithAsync([], arguments);

    public async Task<ProgramResult> RunWithAsync((string Name, string Value)[] environment, params string[] arguments)
    {
        using var program = Start(environment, arguments);
        return await program.ExitAsync();
    }

    public RunningProgram Start(params string[] arguments) => Start([], arguments);

    /// <summary>Starts the program on a pseudo-terminal.</summary>
    public RunningProgram StartInTerminal(params string[] arguments) => StartInTerminal([], arguments);

    public RunningProgram StartInTerminal((string Name, string Value)[] environment, params string[] arguments) =>
        StartCommand("/usr/bin/script", environment, ["-qec", $"'{Executable}' {string.Join(' ', arguments)}", "/dev/null"]);

    public RunningProgram Start((string Name, string Value)[] environment, params string[] arguments) =>
        StartCommand(Executable, environment, arguments);

    private RunningProgram StartCommand(string command, (string Name, string Value)[] environment, string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Home,
        };
        foreach (var name in start.Environment.Keys.Where(IsOurs).ToArray())
            start.Environment.Remove(name);
        start.Environment["HOME"] = Home;
        start.Environment["TMPDIR"] = Temp;
        start.Environment["TERM"] = "xterm";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var program = new RunningProgram(Process.Start(start)!);
        _running.Add(program);
        return program;
    }

    /// <summary>Starts a gateway and waits until it listens.</summary>
    public async Task<RunningProgram> StartGatewayAsync(int port, params string[] arguments)
    {
        var program = Start([.. arguments, "--port", $"{port}"]);
        await program.WaitForOutputAsync("ready after");
        return program;
    }

    public void Dispose()
    {
        foreach (var program in _running)
            program.Dispose();
        _root.Delete(recursive: true);
    }

    private static string Executable => Environment.GetEnvironmentVariable("OPENCLAW_BIN") is { Length: > 0 } native
        ? native
        : Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "openclaw.exe" : "openclaw");

    private static bool IsOurs(string name) =>
        name.StartsWith("OPENCLAW_", StringComparison.Ordinal) || name.StartsWith("CLAWDBOT_", StringComparison.Ordinal)
        || name.EndsWith("_API_KEY", StringComparison.Ordinal) || name is "NO_COLOR" or "FORCE_COLOR" or "OLLAMA_HOST";
}
