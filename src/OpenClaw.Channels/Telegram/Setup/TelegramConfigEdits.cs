using System.Text.Json.Nodes;
using OpenClaw.Channels.Accounts;
using OpenClaw.Configuration.Model.Channels;

namespace OpenClaw.Channels.Telegram.Setup;

/// <summary>Changes that the channel makes to what the user wrote. Each works on a copy of the file's content and says whether it did anything.</summary>
internal static class TelegramConfigEdits
{
    /// <summary>
    /// The settings of a group move to the id of the supergroup that it became, in the account and in the channel; settings that the new id
    /// has already stay (spec 10 §8.13).
    /// </summary>
    public static bool RenameGroup(JsonObject config, string accountId, string from, string to)
    {
        if (Root(config) is not { } root)
            return false;
        var own = Rename(ChannelSection.Account(root, accountId, AccountIds.Normalize), from, to);
        return Rename(root, from, to) || own;
    }

    /// <summary>Removes the bot token of an account; of the default account the channel's too. Objects that become empty go with it.</summary>
    public static bool RemoveToken(JsonObject config, string accountId)
    {
        if (Root(config) is not { } root)
            return false;
        var removed = accountId == AccountIds.Default && root.Remove("botToken");
        if (root["accounts"] is JsonObject accounts)
        {
            foreach (var (name, entry) in accounts.Where(a => AccountIds.Normalize(a.Key) == accountId).ToList())
            {
                if (entry is not JsonObject account || !account.Remove("botToken"))
                    continue;
                removed = true;
                if (account.Count == 0)
                    accounts.Remove(name);
            }

            if (removed && accounts.Count == 0)
                root.Remove("accounts");
        }

        if (removed && root.Count == 0)
            ((JsonObject)config["channels"]!).Remove(TelegramChannel.Id);
        return removed;
    }

    private static JsonObject? Root(JsonObject config) => (config["channels"] as JsonObject)?[TelegramChannel.Id] as JsonObject;

    private static bool Rename(JsonObject? section, string from, string to)
    {
        if (section?["groups"] is not JsonObject groups || !groups.TryGetPropertyValue(from, out var group) || groups.ContainsKey(to))
            return false;
        groups.Remove(from);
        groups[to] = group;
        return true;
    }
}
