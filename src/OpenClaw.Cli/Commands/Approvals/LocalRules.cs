using OpenClaw.Cli.Invocation;
using OpenClaw.Nodes.Approvals;
using OpenClaw.Protocol.ExecApprovals;

namespace OpenClaw.Cli.Commands.Approvals;

/// <summary>The file of this installation. Reading creates nothing.</summary>
internal sealed class LocalRules(CliContext context) : IApprovalRules
{
    private readonly ApprovalsStore _store = new(
        context.Paths.ExecApprovalsFile,
        context.Paths.IsIsolated ? null : Path.Combine(context.Paths.Home, ".openclaw", "exec-approvals.json"),
        context.Time);

    public Task<ExecApprovalsGetResult> GetAsync(CancellationToken ct)
    {
        var now = _store.Read();
        return now.Problem is { } problem
            ? throw new InvalidDataException($"{now.Path} cannot be read: {problem}. Until it is repaired no command runs.")
            : Task.FromResult(Result(now));
    }

    public async Task<ExecApprovalsGetResult> SetAsync(ExecApprovalsFile file, ExecApprovalsGetResult before, CancellationToken ct)
    {
        var (now, problem) = await _store.SetAsync(file, before.Exists ? before.Hash : null, ct).ConfigureAwait(false);
        return now is null ? throw new InvalidDataException(problem) : Result(now);
    }

    private static ExecApprovalsGetResult Result(ApprovalsSnapshot now) =>
        new() { Path = now.Path, Exists = now.Exists, Hash = now.Hash, File = now.Shown };
}
