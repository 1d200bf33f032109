using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Model.Channels;

namespace OpenClaw.Channels.Inbound.History;

/// <summary>How many messages of a group are kept as context (spec 10 §3.6).</summary>
public static class HistoryLimits
{
    private const int Standard = 50;

    // A group's history goes into one prompt.
    private const int Most = 1000;

    /// <summary>The account's limit, else the general one, else 50.</summary>
    public static int Of(ChannelAccountConfig account, MessagesConfig messages)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(messages);
        return Math.Clamp(account.HistoryLimit ?? General(messages) ?? Standard, 0, Most);
    }

    private static int? General(MessagesConfig messages) =>
        (messages.Raw?["groupChat"] as JsonObject)?["historyLimit"] is JsonValue value && value.GetValueKind() == JsonValueKind.Number
        && value.TryGetValue<int>(out var limit) ? limit : null;
}
