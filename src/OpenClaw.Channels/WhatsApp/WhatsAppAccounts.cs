using System.Globalization;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Accounts;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Channels.WhatsApp;

/// <summary>Which numbers a config names (spec 10 §1.2).</summary>
internal static class WhatsAppAccounts
{
    /// <summary>The keys of <c>channels.whatsapp.accounts</c>, sorted; never empty.</summary>
    public static IReadOnlyList<string> Ids(OpenClawConfig config) =>
        config.Channels?[WhatsAppChannel.Id]?["accounts"] is JsonObject { Count: > 0 } accounts
            ? [.. accounts.Select(static a => AccountIds.Normalize(a.Key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
            : [AccountIds.Default];

    /// <summary><c>default</c>, else the first.</summary>
    public static string DefaultId(OpenClawConfig config) => Ids(config) is var ids && ids.Contains(AccountIds.Default) ? AccountIds.Default : ids[0];

    /// <summary>What a running account must be restarted for.</summary>
    public static string Fingerprint(OpenClawConfig config, string folder, string accountId)
    {
        var section = AccountConfigs.Section(config, WhatsAppChannel.Id, accountId);
        var web = config.Web;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{folder}|{section["enabled"]?.ToJsonString()}|{web.Enabled}|{web.HeartbeatSeconds}|{web.Reconnect.InitialMs}|{web.Reconnect.MaxMs}|{web.Reconnect.Factor}|{web.Reconnect.Jitter}|{web.Reconnect.MaxAttempts}");
    }
}
