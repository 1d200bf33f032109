namespace OpenClaw.Bench.Startup;

internal sealed class BenchHome : IDisposable
{
    public const string Token = "bench-token";

    public BenchHome()
    {
        var state = Directory.CreateDirectory(System.IO.Path.Combine(Path, ".openclaw"));
        File.WriteAllText(System.IO.Path.Combine(state.FullName, "openclaw.json"),
            $$$"""{"gateway":{"mode":"local","auth":{"mode":"token","token":"{{{Token}}}"}},"logging":{"file":"{{{Path}}}/gateway.log"}}""");
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("openclaw-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
