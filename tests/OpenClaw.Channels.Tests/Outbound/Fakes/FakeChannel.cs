using OpenClaw.Channels.Catalog;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Outbound;
using OpenClaw.Configuration;

namespace OpenClaw.Channels.Tests.Outbound.Fakes;

/// <summary>A channel whose messages are divided at <c>|</c>, one part per attachment.</summary>
internal sealed class FakeChannel(string id, bool idempotent = false) : IChannel
{
    public ChannelDescription Description { get; } = ChannelCatalog.Find(id)!;

    public ChannelCapabilities Capabilities { get; } = new()
    {
        ChatTypes = ["direct", "group"],
        PairingIdLabel = "id",
        Actions = ["send"],
        IdempotentSends = idempotent,
    };

    public IReadOnlyList<string> AccountIds(ConfigSnapshot config) => ["default"];

    public string DefaultAccountId(ConfigSnapshot config) => "default";

    public AccountStanding Standing(ConfigSnapshot config, string accountId) => new(true, true);

    public string Fingerprint(ConfigSnapshot config, string accountId) => "";

    public IChannelAccount Open(string accountId, AccountHost host) => throw new NotSupportedException();

    public TargetResolution ResolveTarget(string text) => new(text);

    public PartPlan Plan(OutboundMessage message, ConfigSnapshot config)
    {
        OutboundPart Part(string kind, string text, string? media) => new()
        {
            Channel = message.Channel,
            AccountId = message.AccountId,
            ChatId = message.ChatId,
            Kind = kind,
            Text = text,
            Media = media,
        };
        return new PartPlan(
        [
            .. message.Text.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(text => Part("text", text, null)),
            .. message.Media.Select(media => Part("media", "", media)),
        ]);
    }
}
