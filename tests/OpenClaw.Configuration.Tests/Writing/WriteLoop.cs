using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using OpenClaw.Configuration.Paths;
using OpenClaw.Configuration.Writing;

namespace OpenClaw.Configuration.Tests.Writing;

/// <summary>
/// This test program as a child that does nothing but write the config, so that it can be killed. Chosen by an environment variable
/// before the test runner gets to run.
/// </summary>
internal static class WriteLoop
{
    private const string Home = "OPENCLAW_TEST_WRITE_LOOP";
    private const string Size = "OPENCLAW_TEST_WRITE_SIZE";

    /// <summary>Starts the child. It writes until it is killed, or once when a size is given; it prints each number or failure.</summary>
    public static Process Start(ConfigHome home, string? limit = null, int? size = null)
    {
        var self = Environment.ProcessPath!;
        var start = limit is null
            ? new ProcessStartInfo(self)
            : new ProcessStartInfo("/bin/sh", ["-c", $"trap '' XFSZ; ulimit -f {limit}; exec \"$0\"", self]);
        start.RedirectStandardOutput = true;
        start.Environment[Home] = home.Paths.Home;
        // A limit on file sizes would otherwise meet the runtime's own memory files.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        if (size is not null)
            start.Environment[Size] = size.Value.ToString(CultureInfo.InvariantCulture);
        return Process.Start(start)!;
    }

    /// <summary>The content of write <paramref name="number"/>: its number at both ends, and in between enough that a torn file shows.</summary>
    public static JsonObject Content(int number, int size) => new()
    {
        ["messages"] = new JsonObject { ["messagePrefix"] = $"{number}" },
        ["env"] = new JsonObject { ["vars"] = new JsonObject { ["FILL"] = new string((char)('a' + (number % 26)), size) } },
        ["wizard"] = new JsonObject { ["lastRunAt"] = $"{number}" },
    };

    [ModuleInitializer]
    internal static void RunInsteadOfTests()
    {
        if (Environment.GetEnvironmentVariable(Home) is not { } home)
            return;
        var environment = new EnvironmentVariables([new("HOME", home)]);
        var paths = ConfigPaths.Resolve(environment, ProfileSelection.None);
        var writer = new ConfigFileWriter(paths, environment, TimeProvider.System);
        var size = int.TryParse(Environment.GetEnvironmentVariable(Size), NumberStyles.None, CultureInfo.InvariantCulture, out var once) ? once : 0;
        do
        {
            var number = 0;
            var result = writer.WriteAsync(current =>
            {
                number = int.Parse(current.Config.Wizard.LastRunAt ?? "0", CultureInfo.InvariantCulture) + 1;
                return ConfigEdit.To(Content(number, size > 0 ? size : 2000 + (number % 7 * 900)));
            }).GetAwaiter().GetResult();
            Console.WriteLine(result.Ok ? $"{number}" : $"{result.Failure}: {result.Message}");
        }
        while (size == 0);
        Environment.Exit(0);
    }
}
