using System.Text.Json.Nodes;
using OpenClaw.Channels.Accounts;
using OpenClaw.Cli.Commands.Setup;

namespace OpenClaw.Cli.Commands.Channels;

/// <summary>Changes of a channel's section in the config. All work on a copy of what the user wrote.</summary>
internal static class ChannelEdits
{
    private const string Accounts = "accounts";

    /// <summary>What belongs to one account alone when it stands in the channel's own section.</summary>
    private static readonly string[] s_own = ["name", "botToken", "tokenFile", "webhookUrl", "webhookSecret", "webhookPath", "authDir"];

    /// <summary>Puts an account's settings in: the default one of a token channel into the channel's own section, any other under <c>accounts</c>.</summary>
    /// <param name="config">The whole config.</param>
    /// <param name="channel">Channel id.</param>
    /// <param name="accountId">Account id, normalised.</param>
    /// <param name="settings">What it gets; what the account has beside it stays.</param>
    /// <param name="alwaysUnderAccounts">True: the default account goes under <c>accounts</c> too.</param>
    /// <param name="keepDefault">True: a default account that lives from the channel's own section is named, so that it does not vanish beside the new one.</param>
    public static void Add(JsonObject config, string channel, string accountId, JsonObject settings, bool alwaysUnderAccounts, bool keepDefault)
    {
        var section = Json.Child(Json.Child(config, "channels"), channel);
        var target = section;
        if (!alwaysUnderAccounts)
            section["enabled"] = true;
        if (alwaysUnderAccounts || accountId != AccountIds.Default || Existing(section, accountId) is not null)
        {
            if (keepDefault && accountId != AccountIds.Default && section[Accounts] is not JsonObject { Count: > 0 })
                Json.Child(section, Accounts)[AccountIds.Default] = new JsonObject();
            target = Existing(section, accountId) ?? Json.Child(Json.Child(section, Accounts), accountId);
            target["enabled"] = true;
        }

        // One way to a token: the one that is given now.
        if (settings.ContainsKey("botToken") || settings.ContainsKey("tokenFile"))
        {
            target.Remove("botToken");
            target.Remove("tokenFile");
        }

        foreach (var (name, value) in settings)
            target[name] = value?.DeepClone();
    }

    /// <summary>Switches an account off and keeps its settings.</summary>
    public static void Disable(JsonObject config, string channel, string accountId, bool alwaysUnderAccounts)
    {
        var section = Json.Child(Json.Child(config, "channels"), channel);
        var target = Existing(section, accountId);
        if (target is null && (alwaysUnderAccounts || section[Accounts] is JsonObject { Count: > 0 }))
            target = Json.Child(Json.Child(section, Accounts), accountId);
        (target ?? section)["enabled"] = false;
    }

    /// <summary>Takes an account's settings out. False: there are none.</summary>
    public static bool Delete(JsonObject config, string channel, string accountId)
    {
        if (config["channels"] is not JsonObject channels || channels[channel] is not JsonObject section)
            return false;
        var changed = false;
        if (section[Accounts] is JsonObject accounts)
        {
            foreach (var name in accounts.Select(static entry => entry.Key).Where(name => AccountIds.Normalize(name) == accountId).ToList())
                changed |= accounts.Remove(name);
            if (accounts.Count == 0)
                section.Remove(Accounts);
        }

        if (accountId == AccountIds.Default)
        {
            foreach (var name in s_own)
                changed |= section.Remove(name);
            if (section[Accounts] is null)
                changed |= channels.Remove(channel);
        }

        if (channels.Count == 0)
            config.Remove("channels");
        return changed;
    }

    private static JsonObject? Existing(JsonObject section, string accountId) =>
        section[Accounts] is JsonObject accounts
            ? accounts.FirstOrDefault(entry => AccountIds.Normalize(entry.Key) == accountId).Value as JsonObject
            : null;
}
