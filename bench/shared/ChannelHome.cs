namespace OpenClaw.Bench.Channels;

/// <summary>A home directory with a gateway that has one Telegram bot, open to everybody, and our model.</summary>
internal sealed class ChannelHome : IDisposable
{
    public const string Token = "bench-token";

    public ChannelHome(int modelPort, string apiRoot, string botToken, int concurrent, string more = "")
    {
        State = Directory.CreateDirectory(System.IO.Path.Combine(Path, ".openclaw")).FullName;
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "workspace"));
        File.WriteAllText(System.IO.Path.Combine(State, "openclaw.json"), $$$"""
            {"gateway":{"mode":"local","auth":{"mode":"token","token":"{{{Token}}}"} },"logging":{"file":"{{{Path}}}/gateway.log"},
             "session":{"dmScope":"per-channel-peer"},
             "channels":{"telegram":{"botToken":"{{{botToken}}}","apiRoot":"{{{apiRoot}}}","dmPolicy":"open","allowFrom":["*"]{{{more}}} } },
             "agents":{"defaults":{"workspace":"{{{Path}}}/workspace","skipBootstrap":true,"maxConcurrent":{{{concurrent}}},"typingMode":"never","model":{"primary":"bench/numbers"} } },
             "models":{"mode":"replace","providers":{"bench":{"baseUrl":"http://127.0.0.1:{{{modelPort}}}/v1","apiKey":"none","api":"openai-completions",
               "models":[{"id":"numbers","name":"Numbers","contextWindow":1000000,"maxTokens":8000,"input":["text"]} ] } } } }
            """);
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("openclaw-bench-").FullName;

    /// <summary>The state directory.</summary>
    public string State { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
