using System.Globalization;
using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Pairing;

/// <summary>A request as files and <c>--json</c> show it (spec 10 §4).</summary>
public static class PairingJson
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary><c>{id, code, createdAt, lastSeenAt, meta?}</c>.</summary>
    public static JsonNode Of(PairingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var json = new JsonObject
        {
            ["id"] = request.Id,
            ["code"] = request.Code,
            ["createdAt"] = Time(request.CreatedAt),
            ["lastSeenAt"] = Time(request.LastSeenAt),
        };
        if (request.Meta.Count > 0)
            json["meta"] = new JsonObject(request.Meta.Select(static pair => KeyValuePair.Create(pair.Key, (JsonNode?)JsonValue.Create(pair.Value))));
        return json;
    }

    private static string Time(DateTimeOffset moment) => moment.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
}
