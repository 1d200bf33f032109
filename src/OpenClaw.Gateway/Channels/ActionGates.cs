using OpenClaw.Channels.Accounts;
using OpenClaw.Channels.Contract;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Gateway.Channels;

/// <summary>Which actions on messages a channel can do and its owner allows (spec 10 §1.4).</summary>
internal static class ActionGates
{
    /// <summary>Sends a message.</summary>
    public const string Send = "send";

    /// <summary>Sends a poll.</summary>
    public const string Poll = "poll";

    /// <summary>Sets or removes a reaction.</summary>
    public const string React = "react";

    /// <summary>Changes a message.</summary>
    public const string Edit = "edit";

    /// <summary>Removes a message.</summary>
    public const string Delete = "delete";

    /// <summary>The actions there are on an account, sending first.</summary>
    public static IReadOnlyList<string> Offered(IChannel channel, OpenClawConfig config, string accountId)
    {
        var can = channel.Capabilities;
        var switches = AccountConfigs.Of(config, channel.Description.Id, accountId).Actions;
        IEnumerable<string> all =
        [
            Send, .. If(can.Polls, Poll), .. If(can.Reactions, React), .. If(can.Edit, Edit), .. If(can.Delete, Delete), .. can.Actions,
        ];
        return [.. all.Distinct(StringComparer.Ordinal).Where(action => IsOn(switches, action))];
    }

    /// <summary>The switch of an action under <c>channels.&lt;id&gt;.actions</c>.</summary>
    public static string SwitchOf(string action) => action switch
    {
        Send => "sendMessage",
        Poll => "polls",
        React => "reactions",
        Edit => "editMessage",
        Delete => "deleteMessage",
        _ when action.StartsWith("sticker", StringComparison.Ordinal) => "sticker",
        _ => action,
    };

    // Stickers are the one thing that is off until somebody switches it on.
    private static bool IsOn(IReadOnlyDictionary<string, bool> switches, string action) =>
        switches.TryGetValue(SwitchOf(action), out var isOn) ? isOn : SwitchOf(action) != "sticker";

    private static IEnumerable<string> If(bool can, string action) => can ? [action] : [];
}
