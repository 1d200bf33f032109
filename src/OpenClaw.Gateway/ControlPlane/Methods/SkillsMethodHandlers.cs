using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Skills;
using OpenClaw.Agents.Skills.Install;
using OpenClaw.Protocol.Frames;
using OpenClaw.Protocol.Skills;

namespace OpenClaw.Gateway.ControlPlane.Methods;

/// <summary><c>skills.*</c> (spec 02 §13).</summary>
/// <param name="agents">Which agent is asked about.</param>
/// <param name="report">What there is.</param>
/// <param name="installer">Installs.</param>
/// <param name="settings">Changes the configuration; null where nothing may.</param>
internal sealed class SkillsMethodHandlers(AgentDirectory agents, SkillReport report, SkillInstaller installer, SkillSettings? settings)
{
    public void Register(MethodTable table)
    {
        table.Add(SkillsMethods.Status, (_, _, _) => ValueTask.FromResult<Reply<SkillsStatusResult>>(report.Status(agents.DefaultId)));
        table.Add(SkillsMethods.Bins, (_, _, _) => ValueTask.FromResult<Reply<SkillsBinsResult>>(report.Bins()));
        table.Add(SkillsMethods.Install, InstallAsync);
        if (settings is not null)
            table.Add(SkillsMethods.Update, UpdateAsync);
    }

    private async ValueTask<Reply<SkillsInstallResult>> InstallAsync(MethodContext context, SkillsInstallParams parameters, CancellationToken ct)
    {
        var result = await installer.InstallAsync(parameters, ct).ConfigureAwait(false);
        return result.Ok ? result : Reply.Fail(GatewayError.Unavailable(result.Message), result);
    }

    private async ValueTask<Reply<SkillsUpdateResult>> UpdateAsync(MethodContext context, SkillsUpdateParams parameters, CancellationToken ct)
    {
        var (result, problem) = await settings!.UpdateAsync(parameters, ct).ConfigureAwait(false);
        return result is not null ? result : GatewayError.Invalid(problem!);
    }
}
