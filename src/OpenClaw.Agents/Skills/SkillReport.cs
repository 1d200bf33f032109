using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Skills.Install;
using OpenClaw.Configuration.Paths;
using OpenClaw.Configuration.Redaction;
using OpenClaw.Protocol.Skills;

namespace OpenClaw.Agents.Skills;

/// <summary><c>skills.status</c> and <c>skills.bins</c> (spec 02 §13). Values of the configuration leave without their secrets.</summary>
public sealed class SkillReport(AgentDirectory agents, SkillLibrary library, SkillGate gate)
{
    private static readonly string[] s_preference = ["uv", "node", "brew", "go"];

    /// <summary>All skills of an agent and what they lack.</summary>
    public SkillsStatusResult Status(string agentId)
    {
        var visible = SecretRedaction.Redact(agents.Config.Raw);
        return new SkillsStatusResult
        {
            WorkspaceDir = agents.Workspace(agentId),
            ManagedSkillsDir = library.Folders.Managed,
            Skills = [.. library.Of(agentId).Skills.Select(skill => Of(skill, visible))],
        };
    }

    /// <summary>Executables that skills need or that their installers bring, of all agents; sorted.</summary>
    public SkillsBinsResult Bins() => new()
    {
        Bins = [.. agents.Ids().SelectMany(id => library.Of(id).Skills)
            .SelectMany(static skill => skill.Needs.Bins.Concat(skill.Needs.AnyBins).Concat(skill.Install.SelectMany(static install => install.Bins)))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
    };

    private SkillStatus Of(Skill skill, JsonNode? visible)
    {
        var verdict = gate.Check(skill);
        return new SkillStatus
        {
            Name = skill.Name,
            Description = skill.Description,
            Source = SkillSources.Name(skill.Source),
            FilePath = skill.File,
            BaseDir = skill.Folder,
            SkillKey = skill.Key,
            PrimaryEnv = skill.PrimaryEnv,
            Emoji = skill.Emoji,
            Homepage = skill.Homepage,
            Always = skill.Always,
            Disabled = verdict.Disabled,
            BlockedByAllowlist = verdict.Blocked,
            Eligible = verdict.Eligible,
            Requirements = Wire(skill.Needs),
            Missing = Wire(verdict.Missing),
            ConfigChecks = [.. skill.Needs.Config.Select(path => new SkillConfigCheck { Path = path, Value = Value(path, visible), Satisfied = gate.HasConfig(path) })],
            Install = [.. Offered(skill).Select(static install => new SkillInstallOption { Id = install.Id, Kind = install.Kind, Label = install.Label, Bins = install.Bins })],
        };
    }

    /// <summary>The way that suits this machine best; all of them when they are all downloads.</summary>
    private List<SkillInstall> Offered(Skill skill)
    {
        var fitting = skill.Install.Where(install => gate.Fits(install.Os)).ToList();
        if (fitting.Count < 2 || fitting.All(static install => install.Kind == "download"))
            return fitting;
        if (agents.Config.Skills.PreferBrew && gate.HasBin("brew") && fitting.Find(static install => install.Kind == "brew") is { } brew)
            return [brew];
        var best = s_preference.Where(kind => kind != "brew" || gate.HasBin("brew"))
            .Select(kind => fitting.Find(install => install.Kind == kind)).FirstOrDefault(static install => install is not null);
        return [best ?? fitting[0]];
    }

    private static JsonElement? Value(string path, JsonNode? visible)
    {
        if (!ConfigPath.TryParse(path, out var parsed, out _) || !parsed.TryGet(visible, out var node) || node is null)
            return null;
        using var document = JsonDocument.Parse(node.ToJsonString());
        return document.RootElement.Clone();
    }

    private static SkillNeeds Wire(SkillRequirements needs) => new()
    {
        Bins = needs.Bins,
        AnyBins = needs.AnyBins,
        Env = needs.Env,
        Config = needs.Config,
        Os = needs.Os,
    };
}
