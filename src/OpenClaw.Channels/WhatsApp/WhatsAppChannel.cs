using System.Text.Json.Nodes;
using OpenClaw.Channels.Accounts;
using OpenClaw.Channels.Catalog;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Sidecars;
using OpenClaw.Channels.Targets;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Paths;

namespace OpenClaw.Channels.WhatsApp;

/// <summary>
/// WhatsApp through the web protocol, spoken by a sidecar (spec 10 §7, §12). One process serves all accounts; each account is one linked
/// device of a phone.
/// </summary>
/// <param name="sidecar">The process; starts when an account runs.</param>
/// <param name="paths">Where logins are kept.</param>
/// <param name="time">Clock.</param>
public sealed class WhatsAppChannel(SidecarHost sidecar, ConfigPaths paths, TimeProvider time) : ILinkableChannel, ILogoutChannel
{
    /// <summary>Its id.</summary>
    public const string Id = "whatsapp";

    /// <inheritdoc/>
    public ChannelDescription Description { get; } = ChannelCatalog.Find(Id)!;

    /// <inheritdoc/>
    public ChannelCapabilities Capabilities { get; } = new()
    {
        ChatTypes = ["direct", "group"],
        Polls = true,
        PollMaxOptions = 12,
        Reactions = true,
        Edit = true,
        Delete = true,
        Media = true,
        ReadReceipts = true,
        PairingIdLabel = "whatsappSenderId",
        EnforcesOwner = true,
        IdempotentSends = true,
        Actions = ["react", "poll", "edit", "delete", "read"],
    };

    /// <inheritdoc/>
    public IReadOnlyList<string> AccountIds(ConfigSnapshot config)
    {
        ArgumentNullException.ThrowIfNull(config);
        return WhatsAppAccounts.Ids(config.Config);
    }

    /// <inheritdoc/>
    public string DefaultAccountId(ConfigSnapshot config)
    {
        ArgumentNullException.ThrowIfNull(config);
        return WhatsAppAccounts.DefaultId(config.Config);
    }

    /// <inheritdoc/>
    public AccountStanding Standing(ConfigSnapshot config, string accountId)
    {
        ArgumentNullException.ThrowIfNull(config);
        var settings = AccountConfigs.Of(config.Config, Id, accountId);
        var link = Link(config, accountId);
        return new AccountStanding(
            config.Config.Web.Enabled && settings.Enabled, link.IsLinked, link.IsLinked ? null : link.Problem ?? "not linked", settings.Name);
    }

    /// <inheritdoc/>
    public LinkState Link(ConfigSnapshot config, string accountId) => WhatsAppAuth.Read(WhatsAppAuth.Folder(config, paths, accountId), time);

    /// <inheritdoc/>
    public JsonObject Describe(ConfigSnapshot config, string accountId)
    {
        ArgumentNullException.ThrowIfNull(config);
        var settings = AccountConfigs.Of(config.Config, Id, accountId);
        var facts = new JsonObject { ["dmPolicy"] = settings.DmPolicy };
        if (settings.AllowFrom.Count > 0)
            facts["allowFrom"] = new JsonArray([.. settings.AllowFrom.Select(static entry => (JsonNode)entry)]);
        return facts;
    }

    /// <inheritdoc/>
    public string Fingerprint(ConfigSnapshot config, string accountId)
    {
        ArgumentNullException.ThrowIfNull(config);
        return WhatsAppAccounts.Fingerprint(config.Config, WhatsAppAuth.Folder(config, paths, accountId), accountId);
    }

    /// <inheritdoc/>
    public IChannelAccount Open(string accountId, AccountHost host) => new WhatsAppAccount(accountId, sidecar, host);

    /// <inheritdoc/>
    public Task<ILogin> BeginLoginAsync(string accountId, LoginRequest request, AccountHost host, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(host);
        return Task.FromResult<ILogin>(new WhatsAppLogin(accountId, request, sidecar, host, ct));
    }

    /// <inheritdoc/>
    public Task<LogoutResult> LogoutAsync(ConfigSnapshot config, string accountId, AccountHost host, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(host);
        return new WhatsAppLogout(sidecar, host, accountId).RunAsync(ct);
    }

    /// <inheritdoc/>
    public TargetResolution ResolveTarget(string text) => WhatsAppTargets.Resolve(text);

    /// <inheritdoc/>
    public PartPlan Plan(OutboundMessage message, ConfigSnapshot config)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(config);
        return WhatsAppPlan.Of(message, AccountConfigs.Of(config.Config, Id, message.AccountId));
    }
}
