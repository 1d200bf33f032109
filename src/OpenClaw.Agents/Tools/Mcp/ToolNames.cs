using System.Security.Cryptography;
using System.Text;

namespace OpenClaw.Agents.Tools.Mcp;

/// <summary>Names under which models see the tools of a server: <c>server__tool</c>, as every provider accepts them.</summary>
internal static class ToolNames
{
    private const int MaxLength = 64;
    private const int HashLength = 8;

    /// <summary>The name of one tool. Two that would read alike after cleaning are told apart by <see cref="Distinct"/>.</summary>
    public static string Of(string server, string tool)
    {
        var name = $"{Clean(server)}__{Clean(tool)}";
        return name.Length <= MaxLength ? name : $"{name[..(MaxLength - HashLength - 1)]}_{Hash($"{server}\n{tool}")}";
    }

    /// <summary>The name, or another one when it is taken.</summary>
    public static string Distinct(string name, string server, string tool, ISet<string> taken)
    {
        if (taken.Add(name))
            return name;
        var other = $"{name[..Math.Min(name.Length, MaxLength - HashLength - 1)]}_{Hash($"{server}\n{tool}")}";
        taken.Add(other);
        return other;
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
            clean.Append(char.IsAsciiLetterOrDigit(c) || c is '-' ? char.ToLowerInvariant(c) : '_');
        return clean.Length == 0 ? "_" : clean.ToString();
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength];
}
