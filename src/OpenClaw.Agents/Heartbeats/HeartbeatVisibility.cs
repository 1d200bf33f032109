using System.Text.Json.Nodes;

namespace OpenClaw.Agents.Heartbeats;

/// <summary>What people see of heartbeats: the account's choice, else the channel's, else that of all channels (spec 09 §7).</summary>
/// <param name="ShowOk">Acknowledgements are sent.</param>
/// <param name="ShowAlerts">Messages are sent.</param>
/// <param name="UseIndicator">Clients get a status light.</param>
internal sealed record HeartbeatVisibility(bool ShowOk = false, bool ShowAlerts = true, bool UseIndicator = true)
{
    /// <summary>False when a beat could not be noticed by anybody.</summary>
    public bool ShowsAnything => ShowOk || ShowAlerts || UseIndicator;

    public static HeartbeatVisibility Of(JsonObject? channels, string? channel, string? account)
    {
        var own = channel is null ? null : channels?[channel] as JsonObject;
        JsonObject?[] places =
        [
            account is null ? null : (own?["accounts"] as JsonObject)?[account] as JsonObject,
            own,
            channels?["defaults"] as JsonObject,
        ];
        return new HeartbeatVisibility(Flag("showOk") ?? false, Flag("showAlerts") ?? true, Flag("useIndicator") ?? true);

        bool? Flag(string name) => places
            .Select(place => (place?["heartbeat"] as JsonObject)?[name] is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : (bool?)null)
            .FirstOrDefault(static flag => flag is not null);
    }
}
