using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Skills;

/// <summary>The skills a session works with, kept in its entry so that the prompt stays the same from turn to turn.</summary>
/// <param name="Prompt">The block for the system prompt.</param>
/// <param name="Names">Names and main variables, in the order of the prompt.</param>
/// <param name="Version">Version of the <see cref="SkillSet"/> it was made from.</param>
public sealed record SkillSnapshot(string Prompt, IReadOnlyList<(string Name, string? PrimaryEnv)> Names, long Version)
{
    private const string Member = "skillsSnapshot";

    /// <summary>What an entry holds; null when there is nothing usable.</summary>
    public static SkillSnapshot? Of(StoredSession? session)
    {
        if (session?.Member(Member) is not { ValueKind: JsonValueKind.Object } stored || !stored.TryGetProperty("prompt", out var prompt)
            || prompt.ValueKind != JsonValueKind.String)
            return null;
        var names = new List<(string Name, string? PrimaryEnv)>();
        if (stored.TryGetProperty("skills", out var list) && list.ValueKind == JsonValueKind.Array)
        {
            names.AddRange(list.EnumerateArray().Where(static skill => skill.ValueKind == JsonValueKind.Object)
                .Select(static skill => (skill.Text("name") ?? string.Empty, skill.Text("primaryEnv"))));
        }

        var version = stored.TryGetProperty("version", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var known) ? known : 0;
        return new SkillSnapshot(prompt.GetString()!, names, version);
    }

    /// <summary>Puts a snapshot into an entry, in the form of the original.</summary>
    internal static SkillSnapshot Store(JsonObject entry, IReadOnlyList<Skill> usable, long version)
    {
        var snapshot = new SkillSnapshot(SkillPrompt.Of(usable), [.. usable.Select(static skill => (skill.Name, skill.PrimaryEnv))], version);
        entry[Member] = new JsonObject
        {
            ["prompt"] = snapshot.Prompt,
            ["skills"] = new JsonArray([.. usable.Select(static skill =>
            {
                var one = new JsonObject { ["name"] = skill.Name };
                if (skill.PrimaryEnv is { } variable)
                    one["primaryEnv"] = variable;
                return one;
            })]),
            ["resolvedSkills"] = new JsonArray([.. usable.Select(static skill => new JsonObject
            {
                ["name"] = skill.Name,
                ["description"] = skill.Description,
                ["filePath"] = skill.File,
                ["baseDir"] = skill.Folder,
                ["source"] = SkillSources.Name(skill.Source),
                ["disableModelInvocation"] = skill.HiddenFromModel,
            })]),
            ["version"] = version,
        };
        return snapshot;
    }
}
