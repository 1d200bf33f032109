using OpenClaw.Configuration.Loading;
using OpenClaw.Configuration.Paths;

namespace OpenClaw.Configuration.Tests;

/// <summary>A home directory of its own with a config file in it.</summary>
internal sealed class ConfigHome : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public ConfigHome(string? config = null, params (string Name, string Value)[] variables)
    {
        Environment = new EnvironmentVariables([new("HOME", _directory.Path), .. variables.Select(v => KeyValuePair.Create(v.Name, v.Value))]);
        Paths = ConfigPaths.Resolve(Environment, ProfileSelection.None);
        Directory.CreateDirectory(Paths.StateDir);
        if (config is not null)
            Text = config;
    }

    public EnvironmentVariables Environment { get; }

    public ConfigPaths Paths { get; }

    public string Text
    {
        get => File.ReadAllText(Paths.ConfigFile);
        set => File.WriteAllText(Paths.ConfigFile, value);
    }

    public string this[string name]
    {
        get => File.ReadAllText(Path.Combine(Paths.StateDir, name));
        set => File.WriteAllText(Path.Combine(Paths.StateDir, name), value);
    }

    public ConfigSnapshot Load() => ConfigLoader.Load(Paths, Environment);

    public void Dispose() => _directory.Dispose();
}
