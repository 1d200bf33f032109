using System.Text.Json.Nodes;
using OpenClaw.Configuration.Json5;
using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Paths;
using OpenClaw.Configuration.Rules;
using OpenClaw.Configuration.Schema;
using OpenClaw.Storage;

namespace OpenClaw.Configuration.Loading;

/// <summary>
/// Reads the config: JSON5, includes, environment, validation, defaults, in the order of spec 03 §2. One pipeline for the start, for
/// <c>config.get</c>, for reloads and for what is about to be written. Never throws for what a file may contain.
/// </summary>
public static class ConfigLoader
{
    /// <summary>Reads the config file of these paths.</summary>
    public static ConfigSnapshot Load(ConfigPaths paths, EnvironmentVariables environment)
    {
        if (!File.Exists(paths.ConfigFile))
            return Evaluate(null, paths, environment);
        if (ConfigText.Read(paths.ConfigFile, out var problem) is { } text)
            return Evaluate(text, paths, environment);
        var issue = new ConfigIssue("", $"cannot be read: {problem}") { File = paths.ConfigFile };
        return Broken(paths, environment, raw: null, hash: null, issue);
    }

    /// <summary>What a text would mean as the config file of these paths; null stands for a missing file.</summary>
    public static ConfigSnapshot Evaluate(string? text, ConfigPaths paths, EnvironmentVariables environment)
    {
        if (text is null)
            return Finish(new Reading(paths, environment, null, [], null), []);
        if (!Json5Document.TryParse(text, out var document, out var error))
        {
            var issue = new ConfigIssue("", $"SyntaxError: {error.WireText}")
            {
                Explanation = error.Message, File = paths.ConfigFile, Line = error.Line, Column = error.Column,
            };
            return Broken(paths, environment, text, ContentHash.Of(text), issue);
        }
        var sources = new SourceMap(paths.ConfigFile, document);
        if (document.ToJson() is not JsonObject parsed)
        {
            var issue = new ConfigIssue("", "Invalid input: expected object") { Explanation = "the file must hold an object" };
            return Broken(paths, environment, text, ContentHash.Of(text), sources.Locate(issue, []));
        }
        return Interpret(new Reading(paths, environment, text, parsed, sources), document);
    }

    private static ConfigSnapshot Interpret(Reading reading, Json5Document document)
    {
        var issues = new List<ConfigIssue>();
        var sources = reading.Sources!;
        var included = new IncludeResolver(sources, issues).Resolve(reading.Parsed, reading.Paths.ConfigFile);
        var environment = reading.Environment.WithMissing(ConfigEnvironment.Of(included));
        var resolved = (JsonObject)new EnvironmentSubstitution(environment, sources, issues).Apply(included)!;
        var now = reading with { Environment = environment };
        if (issues.Count > 0)
            return Invalid(now, resolved, issues, []);

        var legacy = LegacyKeys.Find(resolved)
            .Select(l => sources.Locate(new ConfigIssue(string.Join('.', l.Path), l.Message), l.Path)).ToList();
        if (legacy.Count > 0)
            return Invalid(now, resolved, legacy, legacy);

        var check = new ShapeCheck();
        ConfigSchema.Root.Check(resolved, check);
        issues.AddRange(check.Faults.Select(f => Issue(sources, f.Path, f.Subject, f.Wire, f.Explanation)));
        if (issues.Count > 0)
            return Invalid(now, resolved, issues, []);

        var report = ConfigRules.Check(resolved, reading.Paths);
        issues.AddRange(report.Errors.Select(e => Issue(sources, e.Path, e.Path, e.Message, e.Message)));
        if (issues.Count > 0)
            return Invalid(now, resolved, issues, []);
        var warnings = report.Warnings.Select(w => Issue(sources, w.Path, w.Path, w.Message, w.Message))
            .Concat(ConfigWarnings.Of(resolved, document, sources));
        return Finish(now with { Resolved = resolved }, [.. warnings]);
    }

    private static ConfigSnapshot Finish(Reading reading, IReadOnlyList<ConfigIssue> warnings)
    {
        var working = (JsonObject)reading.Resolved.DeepClone();
        ConfigDefaults.ApplyBeforeOrdering(working);
        var effective = (JsonObject)ConfigSchema.Root.Order(working)!;
        ConfigDefaults.Apply(effective);
        ConfigDefaults.ExpandHome(effective, reading.Paths.Home);
        return Snapshot(reading, effective) with { Valid = true, Warnings = warnings };
    }

    private static ConfigSnapshot Invalid(Reading reading, JsonObject resolved, List<ConfigIssue> issues, List<ConfigIssue> legacy) =>
        Snapshot(reading with { Resolved = resolved }, resolved) with { Issues = issues, LegacyIssues = legacy };

    private static ConfigSnapshot Broken(ConfigPaths paths, EnvironmentVariables environment, string? raw, string? hash, ConfigIssue issue) =>
        Snapshot(new Reading(paths, environment, raw, [], null), []) with { Exists = true, Hash = hash, Issues = [issue] };

    private static ConfigSnapshot Snapshot(Reading reading, JsonObject effective) => new()
    {
        Path = reading.Paths.ConfigFile,
        Exists = reading.Raw is not null,
        Raw = reading.Raw,
        Parsed = reading.Parsed,
        Resolved = reading.Resolved,
        Effective = effective,
        Valid = false,
        Hash = ContentHash.Of(reading.Raw ?? ""),
        Environment = reading.Environment,
        Files = reading.Sources?.Files ?? [],
        Config = OpenClawConfig.From(effective),
    };

    private static ConfigIssue Issue(SourceMap sources, string[] path, string[] subject, string wire, string explanation) =>
        sources.Locate(new ConfigIssue(string.Join('.', path), wire) { Subject = ConfigPath.Write(subject), Explanation = explanation }, subject);

    private sealed record Reading(ConfigPaths Paths, EnvironmentVariables Environment, string? Raw, JsonObject Parsed, SourceMap? Sources)
    {
        public JsonObject Resolved { get; init; } = [];
    }
}
