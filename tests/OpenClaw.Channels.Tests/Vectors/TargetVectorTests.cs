using System.Text.Json.Nodes;
using OpenClaw.Channels.Accounts;
using OpenClaw.Channels.Targets;

namespace OpenClaw.Channels.Tests.Vectors;

public class TargetVectorTests
{
    [Fact]
    public void WhatsApp_targets() => Vectors.Check("whatsappTarget", static row =>
    {
        var target = WhatsAppTargets.Normalize(In(row));
        var answers = new Dictionary<string, JsonNode?>
        {
            ["normalized"] = target,
            ["messaging"] = target,
            ["group"] = WhatsAppTargets.IsGroup(In(row)),
            ["looksLikeId"] = WhatsAppTargets.LooksLikeId(In(row)),
            ["jid"] = WhatsAppTargets.Jid(In(row)),
        };

        // The reference reads any text as a number; ours has one form for a recipient, which is a number or is not.
        if (target?[0] == '+')
            answers["e164"] = target;
        return answers;
    });

    [Fact]
    public void Numbers_in_JIDs() => Vectors.Check("jidToE164", static row => new() { ["out"] = WhatsAppTargets.JidToE164(In(row)) });

    [Fact]
    public void Telegram_targets() => Vectors.Check("telegramTarget", static row =>
    {
        var (chat, thread) = TelegramTargets.Split(In(row));
        var parsed = new JsonObject { ["chatId"] = chat };
        if (thread is not null)
            parsed["messageThreadId"] = thread;
        return new()
        {
            ["strip"] = TelegramTargets.Strip(In(row)),
            ["parse"] = parsed,
            ["messaging"] = TelegramTargets.Normalize(In(row)),
            ["looksLikeId"] = TelegramTargets.LooksLikeId(In(row)),
        };
    });

    [Fact]
    public void Account_ids() => Vectors.Check("accountId", static row => new() { ["out"] = AccountIds.Normalize(In(row)) });

    private static string In(JsonObject row) => row["in"]!.GetValue<string>();
}
