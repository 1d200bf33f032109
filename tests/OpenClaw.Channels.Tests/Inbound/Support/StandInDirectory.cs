using OpenClaw.Channels.Catalog;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Outbound;
using OpenClaw.Configuration;

namespace OpenClaw.Channels.Tests.Inbound.Support;

/// <summary>Telegram and WhatsApp, each with one account that runs.</summary>
internal sealed class StandInDirectory : IAccountDirectory
{
    private int _inbound;

    public StandInAccount Telegram { get; } = new("default");

    public StandInAccount WhatsApp { get; } = new("default");

    public bool IsDown { get; set; }

    /// <summary>Events that were noted as activity.</summary>
    public int Inbound => _inbound;

    public IReadOnlyList<IChannel> Channels { get; } = [new Channel("telegram"), new Channel("whatsapp")];

    public event Action<IChannelAccount>? Changed
    {
        add { }
        remove { }
    }

    public IChannel? Find(string? channel) => Channels.FirstOrDefault(known => known.Description.Id == channel);

    public IChannelAccount? Running(string channel, string? accountId) => IsDown ? null : channel == "whatsapp" ? WhatsApp : Telegram;

    public SendFault? Unavailable(string channel, string? accountId) => null;

    public void NoteActivity(string channel, string accountId, bool inbound) => Interlocked.Increment(ref _inbound);

    private sealed class Channel(string id) : IChannel
    {
        public ChannelDescription Description { get; } = ChannelCatalog.Find(id)!;

        public ChannelCapabilities Capabilities { get; } = new()
        {
            ChatTypes = ["direct", "group"],
            PairingIdLabel = "id",
            Actions = [],
            Reactions = true,
            PasteSplitAt = id == "telegram" ? 4000 : 0,
            ReadReceipts = id == "whatsapp",
            EnforcesOwner = id == "whatsapp",
        };

        public IReadOnlyList<string> AccountIds(ConfigSnapshot config) => ["default"];

        public string DefaultAccountId(ConfigSnapshot config) => "default";

        public AccountStanding Standing(ConfigSnapshot config, string accountId) => new(true, true);

        public string Fingerprint(ConfigSnapshot config, string accountId) => "";

        public IChannelAccount Open(string accountId, AccountHost host) => throw new NotSupportedException();

        public TargetResolution ResolveTarget(string text) => new(text);

        public PartPlan Plan(OutboundMessage message, ConfigSnapshot config) => throw new NotSupportedException();
    }
}
