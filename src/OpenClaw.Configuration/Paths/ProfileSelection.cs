using System.Text.RegularExpressions;

namespace OpenClaw.Configuration.Paths;

/// <summary>What the command line said about profiles (spec 03 §1, spec 04 §1.1).</summary>
/// <param name="Name">The profile, or null when none was named. <c>default</c> in any case means the unprofiled place.</param>
/// <param name="IsDev">True for <c>--dev</c>, which is profile <c>dev</c> with gateway port 19001.</param>
public sealed partial record ProfileSelection(string? Name, bool IsDev = false)
{
    /// <summary>No profile flag given.</summary>
    public static ProfileSelection None { get; } = new((string?)null);

    /// <summary>The <c>--dev</c> selection.</summary>
    public static ProfileSelection Dev { get; } = new("dev", IsDev: true);

    /// <summary>True when the name may be a profile: a letter or digit, then up to 63 letters, digits, <c>_</c> or <c>-</c>.</summary>
    public static bool IsValidName(string name) => NamePattern().IsMatch(name);

    /// <summary>
    /// Takes the root flags <c>--dev</c>, <c>--profile X</c> and <c>--profile=X</c> off the front of a command line. Only flags before
    /// the first word count; later ones belong to the subcommand.
    /// </summary>
    /// <param name="arguments">The command line without the program name.</param>
    /// <param name="rest">The command line without the profile flags.</param>
    /// <param name="error">Why the flags cannot be used (exit code 2), or null.</param>
    public static ProfileSelection Take(IReadOnlyList<string> arguments, out IReadOnlyList<string> rest, out string? error)
    {
        var kept = new List<string>(arguments.Count);
        string? name = null;
        var dev = false;
        error = null;
        var i = 0;
        for (; i < arguments.Count && arguments[i].StartsWith('-') && arguments[i] != "--"; i++)
        {
            if (arguments[i] == "--dev")
                dev = true;
            else if (arguments[i].StartsWith("--profile=", StringComparison.Ordinal))
                name = arguments[i]["--profile=".Length..];
            else if (arguments[i] == "--profile")
                name = i + 1 < arguments.Count && !arguments[i + 1].StartsWith('-') ? arguments[++i] : "";
            else
                kept.Add(arguments[i]);
        }
        kept.AddRange(arguments.Skip(i));
        rest = kept;

        if (name is "")
            error = "--profile requires a name, as in --profile work";
        else if (name is not null && !IsValidName(name))
            error = "Invalid --profile: use letters, digits, \"-\" and \"_\", beginning with a letter or digit, at most 64 characters";
        else if (dev && name is not null && !name.Equals("dev", StringComparison.OrdinalIgnoreCase))
            error = "Cannot combine --dev with --profile: --dev is the profile \"dev\"";
        return error is not null ? None : dev ? Dev : name is null ? None : new ProfileSelection(name);
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9_-]{0,63}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
