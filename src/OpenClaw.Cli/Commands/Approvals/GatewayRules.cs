using OpenClaw.Client;
using OpenClaw.Protocol;
using OpenClaw.Protocol.ExecApprovals;

namespace OpenClaw.Cli.Commands.Approvals;

/// <summary>The file of the gateway's host.</summary>
internal sealed class GatewayRules(GatewayClient client) : IApprovalRules
{
    public Task<ExecApprovalsGetResult> GetAsync(CancellationToken ct) =>
        client.RequestAsync(ExecApprovalsMethods.Get, new NoParams(), cancellationToken: ct);

    public async Task<ExecApprovalsGetResult> SetAsync(ExecApprovalsFile file, ExecApprovalsGetResult before, CancellationToken ct)
    {
        var now = await client.RequestAsync(
            ExecApprovalsMethods.Set, new ExecApprovalsSetParams { File = file, BaseHash = before.Hash }, cancellationToken: ct).ConfigureAwait(false);
        return new ExecApprovalsGetResult { Path = now.Path, Exists = now.Exists, Hash = now.Hash, File = now.File };
    }
}
