using System.Globalization;
using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Usage;

/// <summary>What one model call took, as its transcript line says.</summary>
/// <param name="Id">Id of the line: a copy of it in a forked session is the same call.</param>
/// <param name="At">When.</param>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Cost">Dollars; null when neither the line nor the model's price says.</param>
internal sealed record UsageEntry(string? Id, DateTimeOffset At, TokenUsage Tokens, double? Cost)
{
    /// <summary>The call of a line; null when the line is none.</summary>
    public static UsageEntry? Of(JsonElement line, Func<ModelRef, ModelCost?> price)
    {
        if (!line.TryGetProperty("message", out var message) || message.ValueKind != JsonValueKind.Object
            || MessageJson.Text(message, "role") != "assistant" || !message.TryGetProperty("usage", out var usage)
            || usage.ValueKind != JsonValueKind.Object || Time(line, message) is not { } at)
            return null;
        var tokens = new TokenUsage(Count(usage, "input"), Count(usage, "output"), Count(usage, "cacheRead"), Count(usage, "cacheWrite"));
        if (tokens.Total == 0)
            return null;
        return new UsageEntry(MessageJson.Text(line, "id"), at, tokens, Stated(usage) ?? Reckoned(message, tokens, price));
    }

    private static double? Stated(JsonElement usage) =>
        usage.TryGetProperty("cost", out var cost) && cost.ValueKind == JsonValueKind.Object && cost.TryGetProperty("total", out var total)
        && total.ValueKind == JsonValueKind.Number && total.TryGetDouble(out var dollars) && double.IsFinite(dollars) ? dollars : null;

    private static double? Reckoned(JsonElement message, TokenUsage tokens, Func<ModelRef, ModelCost?> price)
    {
        if (MessageJson.Text(message, "provider") is not { } provider || MessageJson.Text(message, "model") is not { } id
            || price(new ModelRef(ModelRef.NormalizeProvider(provider), id)) is not { } known)
            return null;
        var bill = known.Of(tokens);
        return bill.Input + bill.Output + bill.CacheRead + bill.CacheWrite;
    }

    private static DateTimeOffset? Time(JsonElement line, JsonElement message)
    {
        if (MessageJson.Text(line, "timestamp") is { } text
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            return at;
        return message.TryGetProperty("timestamp", out var ms) && ms.ValueKind == JsonValueKind.Number && ms.TryGetInt64(out var epoch)
            && epoch is > 0 and < 253_402_300_799_999 ? DateTimeOffset.FromUnixTimeMilliseconds(epoch) : null;
    }

    private static long Count(JsonElement usage, string name) =>
        usage.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number is > 0 and < 1e15 ? (long)number : 0;
}
