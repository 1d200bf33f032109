using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Skills;

namespace OpenClaw.Cli.Commands.Skills;

/// <summary>Skills for programs.</summary>
internal static class SkillJson
{
    public static JsonObject List(SkillsStatusResult report, bool eligibleOnly) => new()
    {
        ["workspaceDir"] = report.WorkspaceDir,
        ["managedSkillsDir"] = report.ManagedSkillsDir,
        ["skills"] = new JsonArray([.. report.Skills.Where(skill => skill.Eligible || !eligibleOnly).Select(Of)]),
    };

    public static JsonObject Check(SkillsStatusResult report) => new()
    {
        ["summary"] = new JsonObject
        {
            ["total"] = report.Skills.Count,
            ["eligible"] = report.Skills.Count(static skill => skill.Eligible),
            ["disabled"] = report.Skills.Count(static skill => skill.Disabled),
            ["blocked"] = report.Skills.Count(static skill => skill.BlockedByAllowlist),
            ["missingRequirements"] = report.Skills.Count(IsLacking),
        },
        ["eligible"] = Names(report, static skill => skill.Eligible),
        ["disabled"] = Names(report, static skill => skill.Disabled),
        ["blocked"] = Names(report, static skill => skill.BlockedByAllowlist),
        ["missingRequirements"] = new JsonArray([.. report.Skills.Where(IsLacking).Select(static skill =>
        {
            var whole = Of(skill);
            return new JsonObject { ["name"] = skill.Name, ["missing"] = whole["missing"]!.DeepClone(), ["install"] = whole["install"]!.DeepClone() };
        })]),
    };

    /// <summary>One skill, as <c>skills.status</c> has it.</summary>
    public static JsonObject Of(SkillStatus skill) => (JsonObject)JsonSerializer.SerializeToNode(skill, ProtocolJson.Default.SkillStatus)!;

    /// <summary>True when only something missing stands in its way.</summary>
    public static bool IsLacking(SkillStatus skill) => skill is { Eligible: false, Disabled: false, BlockedByAllowlist: false };

    private static JsonArray Names(SkillsStatusResult report, Func<SkillStatus, bool> which) =>
        new([.. report.Skills.Where(which).Select(static skill => JsonValue.Create(skill.Name))]);
}
