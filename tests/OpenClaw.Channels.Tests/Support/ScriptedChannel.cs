using System.Text.Json.Nodes;
using OpenClaw.Channels.Catalog;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Targets;
using OpenClaw.Configuration;

namespace OpenClaw.Channels.Tests.Support;

/// <summary>
/// A channel whose accounts do what a test says. <c>channels.&lt;id&gt;</c> (and <c>accounts.&lt;account&gt;</c> in it) give each a <c>botToken</c>, without
/// which it is not configured; a change of the token is the one reason for a restart.
/// </summary>
internal sealed class ScriptedChannel(string id = "telegram") : ILogoutChannel
{
    private readonly Lock _gate = new();
    private readonly List<ScriptedAccount> _opened = [];
    private readonly Dictionary<string, Func<ScriptedAccount, CancellationToken, Task>> _scripts = [];

    public ChannelDescription Description { get; } = ChannelCatalog.Find(id)!;

    public ChannelCapabilities Capabilities { get; init; } = new() { ChatTypes = ["direct"], PairingIdLabel = "id", Actions = ["react"] };

    /// <summary>Every account that was opened, in order.</summary>
    public IReadOnlyList<ScriptedAccount> Opened
    {
        get
        {
            lock (_gate)
                return [.. _opened];
        }
    }

    /// <summary>What an account does from its next start on; by itself it connects and stays.</summary>
    public void Script(string accountId, Func<ScriptedAccount, CancellationToken, Task> run)
    {
        lock (_gate)
            _scripts[accountId] = run;
    }

    public IReadOnlyList<string> AccountIds(ConfigSnapshot config) =>
        Section(config)?["accounts"] is JsonObject { Count: > 0 } accounts ? [.. accounts.Select(a => a.Key).Order(StringComparer.Ordinal)] : ["default"];

    public string DefaultAccountId(ConfigSnapshot config) => AccountIds(config)[0];

    public AccountStanding Standing(ConfigSnapshot config, string accountId) =>
        new(Section(config)?["enabled"]?.GetValue<bool>() ?? true, Token(config, accountId) is not null);

    public JsonObject Describe(ConfigSnapshot config, string accountId) => new() { ["tokenSource"] = "config", ["mode"] = "polling" };

    public string Fingerprint(ConfigSnapshot config, string accountId) => Token(config, accountId)?.GetHashCode(StringComparison.Ordinal).ToString() ?? "";

    public IChannelAccount Open(string accountId, AccountHost host)
    {
        lock (_gate)
        {
            var account = new ScriptedAccount(accountId, host, _scripts.GetValueOrDefault(accountId) ?? ScriptedAccount.StayConnected);
            _opened.Add(account);
            return account;
        }
    }

    public TargetResolution ResolveTarget(string text) => id == "telegram" ? TelegramTargets.Resolve(text) : WhatsAppTargets.Resolve(text);

    public PartPlan Plan(OutboundMessage message, ConfigSnapshot config)
    {
        OutboundPart Part(string kind, string text, string? media) => new()
        {
            Channel = id,
            AccountId = message.AccountId,
            ChatId = message.ChatId,
            ThreadId = message.ThreadId,
            Kind = kind,
            Text = text,
            Media = media,
            ReplyToId = message.ReplyToId,
            Silent = message.Silent,
            Buttons = message.Buttons,
            Poll = message.Poll,
        };
        if (message.Poll is not null)
            return new PartPlan([Part("poll", "", null)]);
        OutboundPart[] media = [.. message.Media.Select((file, index) => Part("media", index == 0 ? message.Text : "", file))];
        return new PartPlan(media.Length > 0 || message.Text.Length == 0 ? media : [Part("text", message.Text, null)]);
    }

    public Task<LogoutResult> LogoutAsync(ConfigSnapshot config, string accountId, AccountHost host, CancellationToken ct) =>
        Task.FromResult(new LogoutResult(true, true));

    private JsonObject? Section(ConfigSnapshot config) => config.Config.Channels?[id] as JsonObject;

    private string? Token(ConfigSnapshot config, string accountId) =>
        ((Section(config)?["accounts"] as JsonObject)?[accountId] as JsonObject ?? Section(config))?["botToken"]?.GetValue<string>()
        ?? (id == "whatsapp" ? "linked" : null);
}
