namespace OpenClaw.Configuration.Paths;

/// <summary>Environment and paths of this run, decided together, because each has a say in the other (spec 03 §1).</summary>
/// <param name="Environment">The environment with what the <c>.env</c> files and the profile add.</param>
/// <param name="Paths">Where everything is.</param>
public sealed record Surroundings(EnvironmentVariables Environment, ConfigPaths Paths)
{
    /// <summary>
    /// Reads <c>.env</c> of the working directory, decides the paths, reads <c>.env</c> of the state directory. Variables that are set
    /// are never overridden. The environment then names profile and paths, so that child processes decide the same.
    /// </summary>
    public static Surroundings Of(EnvironmentVariables process, ProfileSelection profile, string workingDirectory)
    {
        var environment = process.WithMissing(DotEnv.Read(Path.Combine(workingDirectory, ".env")));
        var paths = ConfigPaths.Resolve(environment, profile);
        environment = environment.WithMissing(DotEnv.Read(Path.Combine(paths.StateDir, ".env")));
        if (environment["Z_AI_API_KEY"] is { } key)
            environment = environment.WithMissing([new("ZAI_API_KEY", key)]);
        if (paths.IsIsolated)
            environment = environment.WithMissing(ForChildren(paths));
        return new Surroundings(environment, paths);
    }

    private static IEnumerable<KeyValuePair<string, string>> ForChildren(ConfigPaths paths)
    {
        if (paths.Profile is { } profile)
            yield return new("OPENCLAW_PROFILE", profile);
        yield return new("OPENCLAW_STATE_DIR", paths.StateDir);
        yield return new("OPENCLAW_CONFIG_PATH", paths.ConfigFile);
        if (paths.EnvironmentPort is { } port)
            yield return new("OPENCLAW_GATEWAY_PORT", $"{port}");
    }
}
