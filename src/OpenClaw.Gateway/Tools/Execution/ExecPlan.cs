using OpenClaw.Agents.Tools;
using OpenClaw.Nodes.Approvals;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Gateway.Tools.Execution;

/// <summary>
/// One command, fixed at the moment it was asked for: line, folder, variables, agent and judgement. What a person approves and what is run
/// afterwards are this same object.
/// </summary>
internal sealed record ExecPlan
{
    public required ExecArguments Arguments { get; init; }

    public required ExecSettings Settings { get; init; }

    public required ExecJudgement Judgement { get; init; }

    public required ToolScene Scene { get; init; }

    public required string Directory { get; init; }

    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>For the model, before everything else.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The command as a person must see it to decide: with the variables that are set for it.</summary>
    public string Shown => Arguments.Env.Count == 0
        ? Arguments.Command
        : string.Join(' ', Arguments.Env.Where(pair => Variables.GetValueOrDefault(pair.Key) == pair.Value).Select(static pair => $"{pair.Key}={Quoted(pair.Value)}").Append(Arguments.Command));

    /// <summary>What operators are asked.</summary>
    public ExecApprovalSubject Subject => new()
    {
        Command = Shown,
        Cwd = Directory,
        Host = Settings.Host,
        Security = Judgement.Rules.Security.Word(),
        Ask = Judgement.Rules.Ask.Word(),
        AgentId = Scene.AgentId,
        ResolvedPath = Judgement.Check.ResolvedPath,
        SessionKey = Scene.SessionKey,
    };

    private static string Quoted(string value) => $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
