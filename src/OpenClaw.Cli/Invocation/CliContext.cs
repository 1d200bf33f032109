using OpenClaw.Agents.Identity;
using OpenClaw.Cli.Terminal;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Loading;
using OpenClaw.Configuration.Paths;

namespace OpenClaw.Cli.Invocation;

/// <summary>What one run of the program works with: where things are, the terminal, and the config once somebody asks for it.</summary>
internal sealed class CliContext
{
    private readonly ProfileSelection _profile;
    private ConfigSnapshot? _config;

    public CliContext(Surroundings surroundings, ProfileSelection profile, Screen screen, bool verbose)
    {
        _profile = profile;
        Environment = surroundings.Environment;
        // The port may come from the state directory's .env, which is read after the paths are known.
        Paths = surroundings.Paths with { EnvironmentPort = ConfigPaths.Resolve(Environment, profile).EnvironmentPort };
        Screen = screen;
        Verbose = verbose;
    }

    public EnvironmentVariables Environment { get; }

    public ConfigPaths Paths { get; }

    public Screen Screen { get; }

    /// <summary><c>--verbose</c> or <c>--debug</c> anywhere.</summary>
    public bool Verbose { get; set; }

    public TimeProvider Time { get; } = TimeProvider.System;

    /// <summary>True under <c>--dev</c> or the profile <c>dev</c>.</summary>
    public bool IsDev => Paths.Profile == "dev";

    /// <summary>The config file as it is now, read once per run; never throws for what a file contains.</summary>
    public ConfigSnapshot Config => _config ??= ConfigLoader.Load(Paths, Environment);

    /// <summary>The configured agents and where their sessions are.</summary>
    public AgentDirectory Agents => new(Paths, () => Config);

    /// <summary>Forgets what was read, after a write.</summary>
    public void ReloadConfig() => _config = null;

    /// <summary>How to type a command of ours under the profile in use.</summary>
    public string Suggest(string command) => _profile.IsDev ? $"openclaw --dev {command}"
        : Paths.Profile is { } name ? $"openclaw --profile {name} {command}"
        : $"openclaw {command}";

    /// <summary>One error line and what to do next; returns the exit code of a failure.</summary>
    public int Fail(string error, params ReadOnlySpan<string> next)
    {
        Screen.Error(error);
        foreach (var line in next)
            Screen.Note(line);
        return ExitCodes.Failure;
    }
}
