using System.Globalization;
using System.Net;

namespace OpenClaw.Agents.Tools.Web;

/// <summary>An address of a web page that a stranger may have chosen, taken apart and checked before anything is looked up.</summary>
/// <param name="Url">What is asked for, without its fragment.</param>
/// <param name="Host">Host name in lower case without trailing dots, to be resolved; empty when <paramref name="Address"/> is set.</param>
/// <param name="Address">The host, when it is written as a number in any spelling.</param>
public sealed record GuardedUrl(Uri Url, string Host, IPAddress? Address)
{
    /// <summary>Said for every address that is not public, however it was written.</summary>
    public const string PrivateAddress = "Blocked: private/internal IP address";

    private const int MaxLength = 8192;

    private static readonly string[] s_hosts = ["localhost", "localhost.localdomain", "ip6-localhost", "ip6-loopback", "metadata.google.internal"];
    private static readonly string[] s_zones = [".localhost", ".local", ".internal", ".localdomain", ".home.arpa"];

    /// <summary>The checked address; null with the failure when it must not be asked for.</summary>
    /// <param name="text">As a model or a person wrote it.</param>
    /// <param name="relativeTo">Where a redirect came from; null: the address must be complete.</param>
    public static (GuardedUrl? Url, GuardedFailure? Failure) Parse(string text, Uri? relativeTo = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        if (text.Length is 0 or > MaxLength || text.Any(static c => c is <= ' ' or '\\' or '\u007f'))
            return Invalid($"not a web address of at most {MaxLength} characters without blanks and backslashes");
        if (!(relativeTo is null ? Uri.TryCreate(text, UriKind.Absolute, out var url) : Uri.TryCreate(relativeTo, text, out url)))
            return Invalid("not a complete web address, for example https://example.com/page");
        if (url.Scheme is not ("http" or "https"))
            return Invalid("only http and https addresses can be fetched");
        if (url.UserInfo.Length > 0)
            return Invalid("a web address must not carry a user name or password");
        return Judge(new UriBuilder(url) { Fragment = string.Empty }.Uri);
    }

    private static (GuardedUrl? Url, GuardedFailure? Failure) Judge(Uri url)
    {
        if (url.HostNameType == UriHostNameType.IPv6)
        {
            var literal = url.Host.Trim('[', ']');
            return literal.Contains('%') || !IPAddress.TryParse(literal, out var six) ? Invalid("not an address to fetch from") : Number(url, six);
        }

        string host;
        try
        {
            host = url.IdnHost.TrimEnd('.').ToLowerInvariant();
        }
        catch (UriFormatException)
        {
            return Invalid("its host name is not valid");
        }

        // What is left after this holds no letter that a resolver might read as another one (full-width digits, dots of other scripts).
        if (host.Length is 0 or > 253 || !host.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
            return Invalid("its host name is not valid");
        var last = host[(host.LastIndexOf('.') + 1)..];
        if (char.IsAsciiDigit(last.Length > 0 ? last[0] : 'x') && IsNumber(last))
            return V4(host) is { } four ? Number(url, four) : Invalid("its host is not a valid address");
        if (s_hosts.Contains(host) || Array.Exists(s_zones, zone => host.EndsWith(zone, StringComparison.Ordinal)))
            return (null, new GuardedFailure(GuardedFailureKind.Blocked, $"Blocked: {host} is a name of this machine or a private network"));
        return (new GuardedUrl(url, host, null), null);
    }

    private static (GuardedUrl? Url, GuardedFailure? Failure) Number(Uri url, IPAddress address) => PublicAddresses.Contain(address)
        ? (new GuardedUrl(url, string.Empty, address), null)
        : (null, new GuardedFailure(GuardedFailureKind.Blocked, PrivateAddress));

    private static (GuardedUrl? Url, GuardedFailure? Failure) Invalid(string why) => (null, new GuardedFailure(GuardedFailureKind.Invalid, $"Invalid URL: {why}"));

    /// <summary>A last label that is a number makes the whole host one: every resolver reads it so.</summary>
    private static bool IsNumber(string label) => label.All(char.IsAsciiDigit)
        || (label.StartsWith("0x", StringComparison.Ordinal) && label.Skip(2).All(char.IsAsciiHexDigit));

    /// <summary>IPv4 as resolvers read it: one to four parts, each decimal, octal or hexadecimal, the last one filling what is left.</summary>
    private static IPAddress? V4(string host)
    {
        var parts = host.Split('.');
        if (parts.Length > 4)
            return null;
        ulong value = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var isLast = i == parts.Length - 1;
            var room = isLast ? 8 * (5 - parts.Length) : 8;
            if (Part(parts[i]) is not { } part || part >= 1UL << room)
                return null;
            value = (value << room) | part;
        }

        return new IPAddress([(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value]);
    }

    private static ulong? Part(string text)
    {
        if (text.StartsWith("0x", StringComparison.Ordinal))
            return text.Length == 2 ? 0 : ulong.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? hex : null;
        if (text.Length is 0 or > 20 || !text.All(char.IsAsciiDigit))
            return null;
        if (text is not ['0', _, ..])
            return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return text.All(static c => c is >= '0' and <= '7') ? text.Aggregate(0UL, static (sum, c) => (sum * 8) + (ulong)(c - '0')) : null;
    }

}
