namespace OpenClaw.Conformance.Tests.Processes;

/// <summary>The program under test: the published native binary that OPENCLAW_BIN names, else what the last build made.</summary>
internal static class Binary
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("OPENCLAW_BIN") is { Length: > 0 } named)
            return File.Exists(named) ? named : throw new FileNotFoundException($"OPENCLAW_BIN names {named}, which does not exist");

        var configuration = AppContext.BaseDirectory.Contains($"{System.IO.Path.DirectorySeparatorChar}Release{System.IO.Path.DirectorySeparatorChar}")
            ? "Release"
            : "Debug";
        var built = System.IO.Path.Combine(RepositoryRoot, "src", "OpenClaw.Cli", "bin", configuration, "net10.0", "openclaw");
        return File.Exists(built) ? built : throw new FileNotFoundException($"Build src/OpenClaw.Cli first, or set OPENCLAW_BIN ({built})");
    }

    public static string RepositoryRoot
    {
        get
        {
            var directory = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(System.IO.Path.Combine(directory.FullName, "OpenClaw.slnx")))
                directory = directory.Parent ?? throw new DirectoryNotFoundException("OpenClaw.slnx is above none of the folders of the tests");
            return directory.FullName;
        }
    }
}
