using System.Text.Json.Nodes;
using OpenClaw.Channels.Access;
using OpenClaw.Channels.Inbound;
using OpenClaw.Configuration.Model.Channels;

namespace OpenClaw.Channels.Tests.Access;

/// <summary>Questions about access, from a config as users write it.</summary>
internal static class Ask
{
    public const string Group = "-100";
    public const string OwnNumber = "+4511111111";

    /// <summary>A person on Telegram (id 777, @ann) or on WhatsApp (+45 7777 7777).</summary>
    public static InboundSender Ann(string channel) => channel == "whatsapp"
        ? new InboundSender("+4577777777", "Ann", E164: "+4577777777", PlatformId: "4577777777@s.whatsapp.net")
        : new InboundSender("777", "Ann", "Ann_Lee");

    public static InboundSender Self { get; } = new(OwnNumber, "Me", E164: OwnNumber, PlatformId: "4511111111:3@s.whatsapp.net");

    public static InboundEvent Event(string channel, bool direct, InboundSender? sender = null) => new()
    {
        Channel = channel,
        AccountId = "default",
        Key = "k",
        Kind = "message",
        ChatId = direct ? channel == "whatsapp" ? "4577777777@s.whatsapp.net" : "777" : channel == "whatsapp" ? "120@g.us" : Group,
        ChatType = direct ? "direct" : "group",
        PeerId = direct ? (sender ?? Ann(channel)).Id : channel == "whatsapp" ? "120@g.us" : Group,
        Sender = sender ?? Ann(channel),
        Text = "hi",
        Mentions = channel == "whatsapp" ? new InboundMentions { OwnDigits = OwnNumber[1..], Detectable = true } : new InboundMentions { Detectable = true },
    };

    public static AccessQuery Query(InboundEvent inbound, string account, params string[] paired) => new()
    {
        Event = inbound,
        Account = ChannelAccountConfig.Read(JsonNode.Parse(account)!.AsObject(), null),
        Paired = paired,
        EnforcesOwner = inbound.Channel == "whatsapp",
    };

    public static AccessDecision Decide(InboundEvent inbound, string account, params string[] paired) =>
        AccessControl.Decide(Query(inbound, account, paired));
}
