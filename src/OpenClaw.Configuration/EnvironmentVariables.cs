using System.Collections;

namespace OpenClaw.Configuration;

/// <summary>
/// An immutable picture of the environment. Configuration never touches the process environment: what a config file's <c>env</c>
/// adds shows up in the picture carried by its snapshot, and child processes are given that picture.
/// </summary>
public sealed class EnvironmentVariables
{
    private static readonly string[] s_truthy = ["1", "true", "yes", "on"];
    private readonly Dictionary<string, string> _values;

    /// <summary>A picture with exactly these variables.</summary>
    public EnvironmentVariables(IEnumerable<KeyValuePair<string, string>> values) =>
        _values = new Dictionary<string, string>(values, OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    /// <summary>An environment without any variable.</summary>
    public static EnvironmentVariables Empty { get; } = new([]);

    /// <summary>Every variable, for handing to a child process.</summary>
    public IReadOnlyDictionary<string, string> All => _values;

    /// <summary>The trimmed value; null when the variable is unset or blank, which are the same thing everywhere in this product.</summary>
    public string? this[string name] => _values.TryGetValue(name, out var value) && value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The environment of this process as it is now.</summary>
    public static EnvironmentVariables OfProcess()
    {
        var values = new List<KeyValuePair<string, string>>();
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
            values.Add(new((string)entry.Key, (string?)entry.Value ?? ""));
        return new EnvironmentVariables(values);
    }

    /// <summary>The first of several names that is set: a name of today and its legacy spellings.</summary>
    public string? FirstOf(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (this[name] is { } value)
                return value;
        }
        return null;
    }

    /// <summary>True for <c>1</c>, <c>true</c>, <c>yes</c> and <c>on</c> in any case.</summary>
    public bool IsTruthy(string name) => this[name] is { } value && s_truthy.Contains(value, StringComparer.OrdinalIgnoreCase);

    /// <summary>A picture in which the given variables are set where they were unset or blank; the rest is unchanged.</summary>
    public EnvironmentVariables WithMissing(IEnumerable<KeyValuePair<string, string>> additions)
    {
        var result = new EnvironmentVariables(_values);
        foreach (var (name, value) in additions)
        {
            if (result[name] is null)
                result._values[name] = value;
        }
        return result;
    }

    /// <summary>A picture in which one variable has this value.</summary>
    public EnvironmentVariables With(string name, string value)
    {
        var result = new EnvironmentVariables(_values);
        result._values[name] = value;
        return result;
    }
}
