using System.Collections.Concurrent;
using System.Collections.Immutable;
using OpenClaw.Agents.Identity;

namespace OpenClaw.Agents.Skills;

/// <summary>
/// The skills of every agent. Nothing watches the disk: whoever asks has the folders looked at (a few file times), and they are read
/// again only when something changed since.
/// </summary>
public sealed class SkillLibrary(AgentDirectory agents, SkillFolders folders, TimeProvider time)
{
    // Folders of folders of skills may be large trees by mistake (an extra dir set to the home directory).
    private const int MaxFolders = 2000;

    private readonly ConcurrentDictionary<string, (string Stamp, SkillSet Set)> _known = new(StringComparer.Ordinal);

    /// <summary>Where skills are looked for.</summary>
    public SkillFolders Folders => folders;

    /// <summary>The skills of an agent now.</summary>
    public SkillSet Of(string agentId)
    {
        var places = folders.For(agentId);
        var found = places.SelectMany(static place => Candidates(place.Path).Select(folder => (Folder: folder, place.Source))).Take(MaxFolders).ToList();
        var times = found.Select(static one => Changed(Path.Combine(one.Folder, SkillReader.FileName))).ToList();
        var newest = times.Select(static one => one.At).Concat(places.Select(static place => FolderChanged(place.Path))).DefaultIfEmpty(0).Max();
        var stamp = string.Join('\n', found.Zip(times, static (one, time) => $"{(int)one.Source} {one.Folder} {time.At} {time.Size}"));
        var configured = SettingsStamp();
        if (_known.TryGetValue(agentId, out var known) && known.Stamp == stamp + configured)
            return known.Set;

        // A change of settings, or of a file that kept its old time, counts from now; after a start the files' own times are the best there is.
        var version = known.Set is null ? newest : Math.Max(Math.Max(newest, known.Set.Version + 1), time.GetUtcNow().ToUnixTimeMilliseconds());
        var set = Read(found, version);
        _known[agentId] = (stamp + configured, set);
        return set;
    }

    /// <summary>Which skills may be used, as far as the configuration says; a change of it makes snapshots old.</summary>
    private string SettingsStamp() => agents.Config.Raw?["skills"]?.ToJsonString() ?? string.Empty;

    private static SkillSet Read(List<(string Folder, SkillSource Source)> found, long version)
    {
        var skills = ImmutableSortedDictionary.CreateBuilder<string, Skill>(StringComparer.Ordinal);
        var problems = new List<SkillProblem>();
        foreach (var (folder, source) in found)
        {
            var (skill, problem) = SkillReader.Read(folder, source);
            if (skill is not null)
                skills[skill.Name] = skill;
            else
                problems.Add(new SkillProblem(Path.Combine(folder, SkillReader.FileName), problem!));
        }

        return new SkillSet([.. skills.Values], problems, version);
    }

    private static List<string> Candidates(string folder)
    {
        try
        {
            return Directory.Exists(folder)
                ? [.. Directory.EnumerateDirectories(folder).Take(MaxFolders)
                    .Where(static child => !Path.GetFileName(child).StartsWith('.') && File.Exists(Path.Combine(child, SkillReader.FileName)))
                    .Order(StringComparer.Ordinal)]
                : [];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static (long At, long Size) Changed(string file)
    {
        var info = new FileInfo(file);
        return info.Exists ? (new DateTimeOffset(info.LastWriteTimeUtc).ToUnixTimeMilliseconds(), info.Length) : (0, -1);
    }

    private static long FolderChanged(string folder) =>
        Directory.Exists(folder) ? new DateTimeOffset(Directory.GetLastWriteTimeUtc(folder)).ToUnixTimeMilliseconds() : 0;
}
