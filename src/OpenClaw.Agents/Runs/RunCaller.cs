namespace OpenClaw.Agents.Runs;

/// <summary>Who caused a run, and what that one may do. It travels with the run and with every run that run starts (spec 12, CVE-2026-32051).</summary>
/// <param name="Origin">Which way it came.</param>
/// <param name="Scopes">Scopes held, for example <c>operator.write</c>.</param>
/// <param name="IsOwner">True for the person the gateway belongs to: an admin client, or a sender on an explicit allow list.</param>
/// <param name="Id">For logs and for the messages of commands: client id, sender id, job id.</param>
public sealed record RunCaller(RunOrigin Origin, IReadOnlyList<string> Scopes, bool IsOwner = false, string? Id = null)
{
    private const string Admin = "operator.admin";
    private const string Read = "operator.read";
    private const string Write = "operator.write";

    /// <summary>What the gateway starts by itself and nobody outside has a say in: heartbeats.</summary>
    public static RunCaller Heartbeat { get; } = new(RunOrigin.Heartbeat, [Read, Write]);

    /// <summary>Text from outside: it may talk, not rule.</summary>
    public static RunCaller Hook { get; } = new(RunOrigin.Hook, [Read, Write]);

    /// <summary>A job: only an admin can create one.</summary>
    public static RunCaller Job(string jobId) => new(RunOrigin.Cron, [Admin], IsOwner: true, jobId);

    /// <summary>True when <paramref name="scope"/> or admin is held.</summary>
    public bool Holds(string scope) => Scopes.Contains(scope, StringComparer.Ordinal) || Scopes.Contains(Admin, StringComparer.Ordinal);
}
