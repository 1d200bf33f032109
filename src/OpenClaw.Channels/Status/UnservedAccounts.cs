using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Accounts;
using OpenClaw.Channels.Catalog;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Channels.Status;

/// <summary>Finds accounts that are configured and enabled, but whose channel is not loaded, so that their owner can be told.</summary>
public static class UnservedAccounts
{
    /// <summary>In display order of the channels, then by account id.</summary>
    /// <param name="config">The config in force.</param>
    /// <param name="loaded">Ids of the loaded channels.</param>
    public static IReadOnlyList<UnservedAccount> Find(OpenClawConfig config, IReadOnlyCollection<string> loaded)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(loaded);
        return
        [
            .. from channel in ChannelCatalog.Core
               where !loaded.Contains(channel.Id)
               let section = config.Channels?[channel.Id] as JsonObject
               where section is not null && IsEnabled(section)
               from account in Accounts(section)
               select new UnservedAccount(channel, account),
        ];
    }

    private static IEnumerable<string> Accounts(JsonObject section) =>
        section["accounts"] is JsonObject { Count: > 0 } accounts
            ? accounts.Where(a => IsEnabled(a.Value)).Select(a => AccountIds.Normalize(a.Key)).Distinct().Order(StringComparer.Ordinal)
            : [AccountIds.Default];

    // Only a literal false switches off (spec 10 §1.3).
    private static bool IsEnabled(JsonNode? section) =>
        section is not JsonObject settings || settings["enabled"]?.GetValueKind() != JsonValueKind.False;
}
