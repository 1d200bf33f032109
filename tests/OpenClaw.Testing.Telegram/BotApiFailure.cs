using System.Text.Json.Nodes;

namespace OpenClaw.Testing.Telegram;

/// <summary>An answer that says no.</summary>
/// <param name="Code">HTTP status and <c>error_code</c>.</param>
/// <param name="Description">As Telegram words it.</param>
/// <param name="Parameters">e.g. <c>retry_after</c>; null: none.</param>
public sealed record BotApiFailure(int Code, string Description, JsonObject? Parameters = null)
{
    public static BotApiFailure Bad(string description) => new(400, $"Bad Request: {description}");

    public static BotApiFailure TooMany(int retryAfterSeconds) => new(
        429, $"Too Many Requests: retry after {retryAfterSeconds}", new JsonObject { ["retry_after"] = retryAfterSeconds });

    internal JsonObject ToJson()
    {
        var answer = new JsonObject { ["ok"] = false, ["error_code"] = Code, ["description"] = Description };
        if (Parameters is not null)
            answer["parameters"] = Parameters.DeepClone();
        return answer;
    }
}
