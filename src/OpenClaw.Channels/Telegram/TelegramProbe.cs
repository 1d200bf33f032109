using System.Globalization;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Channels.Telegram.Api.Types;
using OpenClaw.Channels.Telegram.Setup;

namespace OpenClaw.Channels.Telegram;

/// <summary>Asks Telegram how a bot stands, and whether it is in the groups that it answers unasked (spec 10 §1.5).</summary>
internal static class TelegramProbe
{
    public static async Task<ProbeResult> AskAsync(TelegramApi api, TelegramSettings settings, TimeProvider time, TimeSpan timeout, CancellationToken ct)
    {
        var began = time.GetTimestamp();
        var me = await api.GetMeAsync(ct, timeout).ConfigureAwait(false);
        if (me.Failure is { } failure)
        {
            return new ProbeResult(false, new JsonObject
            {
                ["ok"] = false,
                ["status"] = failure.IsNetwork ? null : failure.Code,
                ["error"] = failure.Description,
                ["elapsedMs"] = Elapsed(time, began),
            });
        }

        var hook = await api.GetWebhookInfoAsync(ct, timeout).ConfigureAwait(false);
        var probe = new JsonObject
        {
            ["ok"] = true,
            ["status"] = null,
            ["error"] = null,
            ["elapsedMs"] = Elapsed(time, began),
            ["bot"] = Bot(me.Value!),
        };
        if (hook is { Ok: true, Value: { } info })
            probe["webhook"] = new JsonObject { ["url"] = info.Url, ["hasCustomCert"] = info.HasCustomCertificate };
        return new ProbeResult(true, probe, await AuditAsync(api, settings, me.Value!.Id, time, timeout, ct).ConfigureAwait(false));
    }

    // One question per group; without numeric ids there is nothing that could be asked.
    private static async Task<JsonObject?> AuditAsync(
        TelegramApi api, TelegramSettings settings, long botId, TimeProvider time, TimeSpan timeout, CancellationToken ct)
    {
        var open = settings.Common.Groups.Where(static g => g.Value is { RequireMention: false, Enabled: true }).Select(static g => g.Key).ToList();
        if (open.Count == 0)
            return null;
        var began = time.GetTimestamp();
        var numeric = open.Where(IsNumber).ToList();
        var groups = new JsonArray();
        var isOk = true;
        foreach (var id in numeric)
        {
            var member = await api.GetChatMemberAsync(id, botId, ct, timeout).ConfigureAwait(false);
            var isMember = member.Value?.Status is "creator" or "administrator" or "member";
            isOk &= isMember;
            groups.Add((JsonNode)new JsonObject
            {
                ["chatId"] = id,
                ["ok"] = isMember,
                ["status"] = member.Value?.Status,
                ["error"] = isMember ? null : member.Failure?.Description ?? "bot not in group",
                ["matchKey"] = id,
                ["matchSource"] = "id",
            });
        }

        var unresolved = open.Count(static id => id != "*" && !IsNumber(id));
        var wildcard = open.Contains("*");
        return new JsonObject
        {
            ["ok"] = isOk && unresolved == 0 && !wildcard,
            ["checkedGroups"] = numeric.Count,
            ["unresolvedGroups"] = unresolved,
            ["hasWildcardUnmentionedGroups"] = wildcard,
            ["groups"] = groups,
            ["elapsedMs"] = Elapsed(time, began),
        };
    }

    private static JsonObject Bot(BotUser me) => new()
    {
        ["id"] = me.Id,
        ["username"] = me.Username,
        ["canJoinGroups"] = me.CanJoinGroups,
        ["canReadAllGroupMessages"] = me.CanReadAllGroupMessages,
        ["supportsInlineQueries"] = me.SupportsInlineQueries,
    };

    private static bool IsNumber(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static long Elapsed(TimeProvider time, long began) => (long)time.GetElapsedTime(began).TotalMilliseconds;
}
