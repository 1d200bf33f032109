using System.Reflection;

namespace OpenClaw.Protocol;

/// <summary>The version of this program, from the one place where the build sets it.</summary>
public static class ProductVersion
{
    private static readonly string s_informational =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "dev";

    /// <summary>E.g. <c>2026.1.30</c>.</summary>
    public static string Text { get; } = s_informational.Split('+')[0];

    /// <summary>Source revision, or null when the build did not record one.</summary>
    public static string? Commit { get; } = s_informational.Split('+') is [_, var commit, ..] ? commit : null;
}
