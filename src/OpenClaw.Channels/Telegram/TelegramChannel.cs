using System.Text.Json.Nodes;
using OpenClaw.Channels.Catalog;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Targets;
using OpenClaw.Channels.Telegram.Receiving;
using OpenClaw.Channels.Telegram.Sending;
using OpenClaw.Channels.Telegram.Setup;
using OpenClaw.Channels.Telegram.Stickers;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Writing;

namespace OpenClaw.Channels.Telegram;

/// <summary>Bots on Telegram (spec 10 §8).</summary>
/// <param name="options">What it needs from the program.</param>
public sealed class TelegramChannel(TelegramOptions options) : ILogoutChannel
{
    /// <summary>Its id.</summary>
    public const string Id = "telegram";

    /// <inheritdoc/>
    public ChannelDescription Description { get; } = ChannelCatalog.Find(Id)!;

    /// <inheritdoc/>
    public ChannelCapabilities Capabilities { get; } = new()
    {
        ChatTypes = ["direct", "group", "channel", "thread"],
        Polls = true,
        PollMaxOptions = MessagePlan.MaxPollOptions,
        Reactions = true,
        Edit = true,
        Delete = true,
        Media = true,
        Threads = true,
        NativeCommands = true,
        BlockStreaming = true,
        PasteSplitAt = 4000,
        PairingIdLabel = "telegramUserId",
        NotifiesApproval = true,
        Actions = ["send", "react", "delete", "edit", "sticker", "sticker-search"],
    };

    /// <summary>Takes what Telegram posts to accounts with a web hook; the gateway's HTTP page hands it over.</summary>
    public TelegramWebhooks Webhooks { get; } = new();

    /// <summary>What is known of stickers; whoever looked at one tells it here.</summary>
    public TelegramStickers Stickers { get; } = new(Path.Combine(options.Paths.StateDir, "telegram", "sticker-cache.json"), options.Time);

    /// <inheritdoc/>
    public IReadOnlyList<string> AccountIds(ConfigSnapshot config) => TelegramAccounts.Ids(config.Config);

    /// <inheritdoc/>
    public string DefaultAccountId(ConfigSnapshot config) => TelegramAccounts.DefaultId(config.Config);

    /// <inheritdoc/>
    public AccountStanding Standing(ConfigSnapshot config, string accountId)
    {
        var settings = new TelegramSettings(config, accountId);
        var problem = settings.Problem(options.Paths);
        var hasToken = TelegramToken.Find(config, accountId, options.Paths).IsUsable;
        return new AccountStanding(IsEnabled(config, settings), hasToken && problem is null, problem, settings.Common.Name);
    }

    /// <inheritdoc/>
    public JsonObject Describe(ConfigSnapshot config, string accountId)
    {
        var settings = new TelegramSettings(config, accountId);
        return new JsonObject
        {
            ["tokenSource"] = TelegramToken.Find(config, accountId, options.Paths).Source,
            ["mode"] = settings.WebhookUrl is null ? "polling" : "webhook",
            ["allowUnmentionedGroups"] = settings.AllowsUnmentionedGroups,
        };
    }

    /// <inheritdoc/>
    public string Fingerprint(ConfigSnapshot config, string accountId) => new TelegramSettings(config, accountId).Fingerprint(options.Paths);

    /// <inheritdoc/>
    public IChannelAccount Open(string accountId, AccountHost host) => new TelegramAccount(accountId, host, options, Webhooks, Stickers);

    /// <inheritdoc/>
    public TargetResolution ResolveTarget(string text) => TelegramTargets.Resolve(text);

    /// <inheritdoc/>
    public PartPlan Plan(OutboundMessage message, ConfigSnapshot config)
    {
        ArgumentNullException.ThrowIfNull(message);
        return MessagePlan.Of(message, new TelegramSettings(config, message.AccountId));
    }

    /// <summary>Removes the bot token from the config. One from a file or the environment stays; the result tells of it.</summary>
    public async Task<LogoutResult> LogoutAsync(ConfigSnapshot config, string accountId, AccountHost host, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(host);
        var cleared = false;
        if (options.Writer is { } writer)
        {
            var result = await writer.WriteAsync(
                current =>
                {
                    var target = (JsonObject)current.Parsed.DeepClone();
                    cleared = TelegramConfigEdits.RemoveToken(target, accountId);
                    return cleared ? ConfigEdit.To(target) with { Force = true } : ConfigEdit.Refuse("there is no bot token in the config");
                },
                cancellationToken: ct).ConfigureAwait(false);
            if (cleared && !result.Ok)
                throw new IOException($"The bot token of Telegram account {accountId} could not be removed: {result.Message}");
            config = result.Snapshot ?? config;
        }

        var left = TelegramToken.Find(config, accountId, options.Paths);
        return new LogoutResult(cleared, left.Value is null, left.Source == "env");
    }

    // Only a literal false switches off, for the channel as a whole or for the account (spec 10 §1.3).
    private static bool IsEnabled(ConfigSnapshot config, TelegramSettings settings) =>
        settings.Common.Enabled && (config.Config.Channels?[Id] as JsonObject).Flag("enabled") != false;
}
