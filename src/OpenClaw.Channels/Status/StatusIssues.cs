using System.Text.Json;

namespace OpenClaw.Channels.Status;

/// <summary>Reads issues out of an answer of <c>channels.status</c>, on the side of whoever asked (spec 10 §1.5).</summary>
public static class StatusIssues
{
    /// <summary>Every issue, in the order of the channels and their accounts.</summary>
    /// <param name="accounts"><c>channelAccounts</c> of the answer.</param>
    /// <param name="order"><c>channelOrder</c> of the answer.</param>
    public static IReadOnlyList<StatusIssue> Of(IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> accounts, IReadOnlyList<string> order)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(order);
        return [.. order.Where(accounts.ContainsKey).SelectMany(channel => accounts[channel].SelectMany(account => OfAccount(channel, account)))];
    }

    private static IEnumerable<StatusIssue> OfAccount(string channel, JsonElement account)
    {
        var id = Text(account, "accountId") ?? "default";
        if (Flag(account, "enabled") == false)
            yield break;
        StatusIssue Issue(string kind, string message, string? fix = null) => new(channel, id, kind, message, fix);

        var error = Text(account, "lastError");
        if (Flag(account, "linked") == false)
        {
            yield return Issue("auth", error is null or "not linked" ? "Not linked." : $"Not linked ({error}).", $"Link it: openclaw channels login --channel {channel} --account {id}");
            yield break;
        }

        if (Flag(account, "linked") == true && Flag(account, "running") == true && Flag(account, "connected") == false)
        {
            var attempts = Number(account, "reconnectAttempts") is { } n and > 0 ? $", {n} attempts so far" : "";
            yield return Issue("runtime", $"Linked but not connected{attempts}{(error is null ? "" : $": {error}")}.", "See why: openclaw channels logs --channel " + channel);
        }
        else if (error is not null && Flag(account, "configured") == true)
        {
            yield return Issue("runtime", error);
        }

        if (Flag(account, "allowUnmentionedGroups") == true)
        {
            yield return Issue(
                "config",
                "Groups are set to answer without a mention, but the privacy mode of bots hides such messages from them.",
                "Turn privacy off at BotFather (/setprivacy), or make the bot an administrator of the group.");
        }

        foreach (var issue in OfAudit(account, Issue))
            yield return issue;
    }

    private static IEnumerable<StatusIssue> OfAudit(JsonElement account, Func<string, string, string?, StatusIssue> issue)
    {
        if (account.ValueKind != JsonValueKind.Object || !account.TryGetProperty("audit", out var audit) || audit.ValueKind != JsonValueKind.Object)
            yield break;
        if (Flag(audit, "hasWildcardUnmentionedGroups") == true)
            yield return issue("config", "groups.\"*\" answers without a mention: which groups that means cannot be checked.", "Name the groups by their numeric ids.");
        if (Number(audit, "unresolvedGroups") is { } unresolved and > 0)
            yield return issue("config", $"{unresolved} groups are not named by a numeric id and cannot be checked.", "Use numeric group ids, such as -1001234567890.");
        if (!audit.TryGetProperty("groups", out var groups) || groups.ValueKind != JsonValueKind.Array)
            yield break;
        foreach (var group in groups.EnumerateArray().Where(static group => Flag(group, "ok") == false))
        {
            var status = Text(group, "status") is { } known ? $", status {known}" : "";
            var error = Text(group, "error") is { } cause ? $": {cause}" : "";
            yield return issue("runtime", $"The bot is not in group {Text(group, "chatId")}{status}{error}.", "Invite it, then look again with --probe.");
        }
    }

    private static bool? Flag(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : null;

    private static long? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value)
            ? value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null }
            : null;
}
