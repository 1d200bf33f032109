using System.Text.Json;
using OpenClaw.Agents.Tools;
using OpenClaw.Nodes.Approvals;

namespace OpenClaw.Gateway.Tools.Execution;

/// <summary>What a model asks of <c>exec</c> (spec 09 §3.1).</summary>
internal sealed record ExecArguments
{
    private static readonly string[] s_decisions = ["approved", "approvalDecision", "approvalId"];

    public required string Command { get; init; }

    public string? Workdir { get; init; }

    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();

    public int? YieldMs { get; init; }

    public bool Background { get; init; }

    public double? TimeoutSeconds { get; init; }

    public bool Pty { get; init; }

    public bool Elevated { get; init; }

    public string? Host { get; init; }

    public ExecSecurity? Security { get; init; }

    public ExecAsk? Ask { get; init; }

    public string? Node { get; init; }

    /// <summary>Members with which a caller tries to decide for the owner; they have no effect and are logged.</summary>
    public IReadOnlyList<string> Forged { get; init; } = [];

    /// <summary>Reads the arguments; or names the one that is wrong.</summary>
    public static (ExecArguments? Arguments, string? Problem) Read(JsonElement json)
    {
        var given = new ToolArguments(json);
        if (given.Text("command") is null || given.Raw("command") is not { } command)
            return (null, "command is required: the command line to run");
        if (command.Contains('\0'))
            return (null, "command contains a zero character");
        var (env, wrongEnv) = Variables(json);
        if (wrongEnv is not null)
            return (null, wrongEnv);
        if (Word(given.Text("security"), ExecLevels.Security) is (true, null))
            return (null, "security must be deny, allowlist or full");
        if (Word(given.Text("ask"), ExecLevels.Ask) is (true, null))
            return (null, "ask must be off, on-miss or always");
        if (given.Text("host") is { } host && host is not ("sandbox" or "gateway" or "node"))
            return (null, "host must be sandbox, gateway or node");
        return (new ExecArguments
        {
            Command = command,
            Workdir = given.Text("workdir") ?? given.Text("cwd"),
            Env = env,
            YieldMs = given.Whole("yieldMs", ExecSettings.MinYieldMs, ExecSettings.MaxYieldMs),
            Background = given.Flag("background") ?? false,
            TimeoutSeconds = given.Number("timeout") is > 0 and var seconds ? seconds : null,
            Pty = given.Flag("pty") ?? false,
            Elevated = given.Flag("elevated") ?? false,
            Host = given.Text("host"),
            Security = ExecLevels.Security(given.Text("security")),
            Ask = ExecLevels.Ask(given.Text("ask")),
            Node = given.Text("node"),
            Forged = [.. s_decisions.Where(name => json.TryGetProperty(name, out _))],
        }, null);
    }

    private static (bool Given, T? Value) Word<T>(string? word, Func<string?, T?> read)
        where T : struct => (word is not null, word is null ? null : read(word));

    private static (IReadOnlyDictionary<string, string> Env, string? Problem) Variables(JsonElement json)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!json.TryGetProperty("env", out var env) || env.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            return (result, null);
        if (env.ValueKind != JsonValueKind.Object)
            return (result, "env must be an object of names and texts");
        foreach (var member in env.EnumerateObject())
        {
            if (member.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False))
                return (result, $"env.{member.Name} must be a text");
            result[member.Name] = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : member.Value.GetRawText();
        }

        return (result, null);
    }
}
