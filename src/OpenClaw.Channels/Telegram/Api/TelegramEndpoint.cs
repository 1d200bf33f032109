namespace OpenClaw.Channels.Telegram.Api;

/// <summary>Where and as whom the Bot API is called. Its text never shows the token.</summary>
/// <param name="root">Scheme, host and port; null: Telegram's own.</param>
/// <param name="token">The bot's token.</param>
internal sealed class TelegramEndpoint(Uri? root, string token)
{
    private static readonly Uri s_public = new("https://api.telegram.org");
    private readonly Uri _root = root ?? s_public;

    /// <summary>Host and port, for people.</summary>
    public string Host => _root.Authority;

    /// <summary>True for a server of one's own: Telegram's limits for files do not hold there.</summary>
    public bool IsOwnServer => root is not null && root.Host != s_public.Host;

    public Uri Method(string name) => new($"{Base}/bot{token}/{name}");

    public Uri File(string path) => new($"{Base}/file/bot{token}/{path}");

    public override string ToString() => Host;

    private string Base => _root.GetLeftPart(UriPartial.Authority);

    /// <summary>True for what a token consists of; anything else could change the address that is called.</summary>
    public static bool IsToken(string? text) =>
        text is { Length: > 0 and <= 256 } && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is ':' or '-' or '_');
}
