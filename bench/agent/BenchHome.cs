namespace OpenClaw.Bench.Agent;

/// <summary>A home directory with a gateway's configuration whose only model is ours.</summary>
internal sealed class BenchHome : IDisposable
{
    public const string Token = "bench-token";

    public BenchHome(int modelPort, int concurrent)
    {
        var state = Directory.CreateDirectory(System.IO.Path.Combine(Path, ".openclaw"));
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "workspace"));
        File.WriteAllText(System.IO.Path.Combine(state.FullName, "openclaw.json"), $$$"""
            {"gateway":{"mode":"local","auth":{"mode":"token","token":"{{{Token}}}"}},"logging":{"file":"{{{Path}}}/gateway.log"},
             "agents":{"defaults":{"workspace":"{{{Path}}}/workspace","skipBootstrap":true,"maxConcurrent":{{{concurrent}}},"model":{"primary":"bench/instant"} } },
             "models":{"mode":"replace","providers":{"bench":{"baseUrl":"http://127.0.0.1:{{{modelPort}}}/v1","apiKey":"none","api":"openai-completions",
               "models":[{"id":"instant","name":"Instant","contextWindow":128000,"maxTokens":8000,"input":["text"]} ] } } } }
            """);
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("openclaw-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
