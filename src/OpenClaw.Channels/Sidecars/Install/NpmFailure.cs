using System.Text.RegularExpressions;

namespace OpenClaw.Channels.Sidecars.Install;

/// <summary>Words for a failed npm. Its own text is not passed on: it may name registries with passwords.</summary>
internal static partial class NpmFailure
{
    public static string Explain(string sidecar, int exitCode, string errors)
    {
        var code = Code().Match(errors) is { Success: true } match ? match.Groups[1].Value : null;
        return code switch
        {
            "ENOTFOUND" or "EAI_AGAIN" or "ECONNREFUSED" or "ECONNRESET" or "ETIMEDOUT" or "ENETUNREACH" or "EHOSTUNREACH" or "ERR_SOCKET_TIMEOUT" or "FETCH_ERROR" =>
                $"npm could not reach its registry ({code}). The {sidecar} sidecar is downloaded once: connect this machine to the network (or set npm's registry or proxy) "
                + "and try again, or install it elsewhere and name the folder in OPENCLAW_SIDECARS.",
            "ENOSPC" => "npm could not write: the disk is full (ENOSPC). Free about 100 MB and try again.",
            "EACCES" or "EPERM" or "EROFS" => $"npm may not write ({code}). Check the owner of the state directory and of npm's cache (npm config get cache).",
            "EINTEGRITY" => "npm received a package that is not the one we list (EINTEGRITY): the registry or a proxy changed it. Nothing was installed.",
            "E401" or "E403" or "E404" => $"npm's registry does not hand out a package ({code}). Check the registry and the login of npm (npm config get registry).",
            _ => $"npm ended with code {exitCode}{(code is null ? "" : $" ({code})")}. Try by hand to see more: npm ci --ignore-scripts --omit=dev --omit=peer",
        };
    }

    [GeneratedRegex(@"npm (?:ERR!|error) code ([A-Z0-9_]+)")]
    private static partial Regex Code();
}
