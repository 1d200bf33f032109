namespace OpenClaw.Configuration.Schema;

/// <summary>One key of an object.</summary>
internal sealed record ConfigKey(string Name, ConfigShape Shape, bool IsRequired = false)
{
    /// <summary>What the key is for, shown by forms; null when its name says it.</summary>
    public string? Help { get; init; }

    /// <summary>Example shown in an empty field.</summary>
    public string? Placeholder { get; init; }

    /// <summary>Adds the form hints.</summary>
    public ConfigKey Hint(string help, string? placeholder = null) => this with { Help = help, Placeholder = placeholder };
}
