using System.Text.RegularExpressions;

namespace OpenClaw.Operations.Logging;

/// <summary>What counts as a secret when nothing is configured (spec 05 §7.4). The last capture group is the secret itself.</summary>
internal static partial class RedactionPatterns
{
    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static IReadOnlyList<Regex> BuiltIn { get; } =
    [
        PemKey(), Assignment(), LowerAssignment(), JsonField(), Flag(), BearerHeader(), Bearer(), UrlParameter(), TelegramBot(), KnownPrefix(),
    ];

    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+?-----END [A-Z ]*PRIVATE KEY-----", RegexOptions.CultureInvariant)]
    private static partial Regex PemKey();

    [GeneratedRegex(@"\b[A-Z0-9_]*(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD)\b\s*[=:]\s*[""']?([^\s""'\\,;]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Assignment();

    // Lower case only with "=": "gateway token: missing" is prose, "token=abc" is not.
    [GeneratedRegex(@"(?:[Tt]oken|[Ss]ecret|[Pp]assword|[Pp]asswd|api_?[Kk]ey)=[""']?([^\s""'\\,;&]+)", RegexOptions.CultureInvariant)]
    private static partial Regex LowerAssignment();

    [GeneratedRegex(@"\\?""(?:apiKey|token|secret|password|passwd|accessToken|refreshToken|deviceToken)\\?""\s*:\s*\\?""([^""\\]+)", AnyCase)]
    private static partial Regex JsonField();

    [GeneratedRegex(@"--(?:api-key|token|secret|password|passwd)(?:\s+|=)[""']?([^\s""']+)", AnyCase)]
    private static partial Regex Flag();

    [GeneratedRegex(@"Authorization\s*[:=]\s*Bearer\s+([^\s""',]+)", AnyCase)]
    private static partial Regex BearerHeader();

    [GeneratedRegex(@"\bBearer\s+([A-Za-z0-9._\-+=/]{18,})", AnyCase)]
    private static partial Regex Bearer();

    // The one place where the original's documentation puts a token into an address (spec 13 row 34).
    [GeneratedRegex(@"[?&#](?:token|password)=([^&\s""'#]+)", AnyCase)]
    private static partial Regex UrlParameter();

    [GeneratedRegex(@"\b(\d{6,}:[A-Za-z0-9_-]{20,})", RegexOptions.CultureInvariant)]
    private static partial Regex TelegramBot();

    [GeneratedRegex(
        @"\b(sk-[A-Za-z0-9_-]{8,}|ghp_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|xox[baprs]-[A-Za-z0-9-]{10,}|xapp-[A-Za-z0-9-]{10,}" +
        @"|gsk_[A-Za-z0-9_-]{10,}|AIza[A-Za-z0-9_-]{20,}|pplx-[A-Za-z0-9_-]{10,}|npm_[A-Za-z0-9]{10,})",
        RegexOptions.CultureInvariant)]
    private static partial Regex KnownPrefix();
}
