using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Accounts;
using OpenClaw.Channels.Chunking;
using OpenClaw.Channels.Formatting;
using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Model.Channels;
using OpenClaw.Configuration.Paths;

namespace OpenClaw.Channels.Telegram.Setup;

/// <summary>What one account is told by the config (spec 10 §8.1, spec 03 §6).</summary>
internal sealed class TelegramSettings
{
    private static readonly string[] s_proxies = ["http", "https", "socks4", "socks4a", "socks5"];
    private readonly ConfigSnapshot _snapshot;

    public TelegramSettings(ConfigSnapshot snapshot, string accountId)
    {
        _snapshot = snapshot;
        AccountId = accountId;
        Common = AccountConfigs.Of(snapshot.Config, TelegramChannel.Id, accountId);
    }

    public string AccountId { get; }

    /// <summary>What accounts of every channel can be told.</summary>
    public ChannelAccountConfig Common { get; }

    private JsonObject Raw => Common.Raw;

    // What is needed to connect: a change restarts the account.

    /// <summary>Null: Telegram's own.</summary>
    public Uri? ApiRoot => Address(Raw.Text("apiRoot"), "http", "https");

    public Uri? Proxy => Address(Raw.Text("proxy"), s_proxies);

    public TimeSpan? Timeout => Raw.Whole("timeoutSeconds") is { } seconds and > 0 ? TimeSpan.FromSeconds(Math.Min(seconds, 3600)) : null;

    /// <summary><c>network.autoSelectFamily: false</c>, or its environment switch.</summary>
    public bool OnlyIpv4
    {
        get
        {
            if (_snapshot.Environment.IsTruthy("OPENCLAW_TELEGRAM_DISABLE_AUTO_SELECT_FAMILY"))
                return true;
            return !_snapshot.Environment.IsTruthy("OPENCLAW_TELEGRAM_ENABLE_AUTO_SELECT_FAMILY") && Raw.Section("network").Flag("autoSelectFamily") == false;
        }
    }

    /// <summary>Public address that Telegram posts to; null: we poll.</summary>
    public string? WebhookUrl => Raw.Text("webhookUrl");

    public string? WebhookSecret => Raw.Text("webhookSecret");

    /// <summary>Path on the gateway's port, with a slash before it.</summary>
    public string WebhookPath => "/" + (Raw.Text("webhookPath") ?? "telegram-webhook").Trim('/');

    // What is read with every message.

    public string ReplyToMode => Raw.Text("replyToMode") ?? "first";

    public bool LinkPreview => Raw.Flag("linkPreview") ?? true;

    /// <summary><c>off</c>, <c>own</c> or <c>all</c>.</summary>
    public string ReactionNotifications => Raw.Text("reactionNotifications") ?? "own";

    /// <summary><c>off</c>, <c>ack</c>, <c>minimal</c> or <c>extensive</c>.</summary>
    public string ReactionLevel => Raw.Text("reactionLevel") ?? "minimal";

    public ChunkMode ChunkMode => Common.ChunkMode == "newline" ? ChunkMode.Newline : ChunkMode.Length;

    public TableMode Tables => Common.Tables switch { "off" => TableMode.Off, "bullets" => TableMode.Bullets, _ => TableMode.Code };

    /// <summary>False: the menu of the bot stays empty.</summary>
    public bool NativeCommands => Raw.Section("commands").Flag("native") ?? _snapshot.Config.Commands.Native ?? true;

    /// <summary>Entries of the menu that the owner added.</summary>
    public IEnumerable<TelegramCommand> CustomCommands =>
        Raw.Objects("customCommands").Select(static entry => new TelegramCommand(entry.Text("command") ?? string.Empty, entry.Text("description") ?? string.Empty));

    /// <summary>True: some group is answered without being mentioned.</summary>
    public bool AllowsUnmentionedGroups => Common.Groups.Any(static group => group.Value.RequireMention == false);

    /// <summary>True when an action is switched on; stickers have to be.</summary>
    public bool Allows(string action) => Common.Actions.TryGetValue(action, out var on) ? on : action != "sticker";

    /// <summary>Calls the API for this account.</summary>
    public TelegramApi Connect(TelegramToken token, TimeProvider time, Func<Uri?, bool, HttpMessageHandler> connections) =>
        new(new TelegramEndpoint(ApiRoot, token.Value ?? string.Empty), Timeout, time, connections(Proxy, OnlyIpv4));

    /// <summary>Null, or what in the settings keeps the account from connecting.</summary>
    public string? Problem(ConfigPaths paths)
    {
        var token = TelegramToken.Find(_snapshot, AccountId, paths);
        if (token.Problem is not null)
            return token.Problem;
        if (token.Value is null)
            return null;
        if (Raw.Text("apiRoot") is { } root && ApiRoot is null)
            return $"apiRoot \"{root}\" is no address: give scheme, host and port, e.g. http://127.0.0.1:8081";
        if (Raw.Text("proxy") is not null && Proxy is null)
            return "proxy is no address: give http://, https:// or socks5:// with host and port";
        return Twin(token.Value, paths) is { } twin
            ? $"has the same bot token as account {twin}: a bot can be polled only once. Give each account a bot of its own"
            : null;
    }

    /// <summary>See <see cref="Contract.IChannel.Fingerprint"/>.</summary>
    public string Fingerprint(ConfigPaths paths)
    {
        var token = TelegramToken.Find(_snapshot, AccountId, paths);
        var text = new StringBuilder();
        foreach (var part in new[] { token.Value, token.Source, Raw.Text("apiRoot"), Raw.Text("proxy"), WebhookUrl, WebhookSecret, WebhookPath })
            text.Append(part).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"{Common.Enabled} {Timeout} {OnlyIpv4} {NativeCommands} {Twin(token.Value, paths)}");
        foreach (var command in CustomCommands)
            text.Append('\n').Append(command.Name).Append(' ').Append(command.Description);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    // An account before this one, in the order of their ids, that would poll with the same token.
    private string? Twin(string? token, ConfigPaths paths) => token is null
        ? null
        : TelegramAccounts.Ids(_snapshot.Config)
            .TakeWhile(id => id != AccountId)
            .FirstOrDefault(id => AccountConfigs.Of(_snapshot.Config, TelegramChannel.Id, id).Enabled && TelegramToken.Find(_snapshot, id, paths).Value == token);

    private static Uri? Address(string? text, params ReadOnlySpan<string> schemes) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && schemes.Contains(uri.Scheme) && uri.Host.Length > 0 ? uri : null;
}
