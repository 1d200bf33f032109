using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Tests.Golden;

/// <summary>
/// Payloads the reference sent: each fits its type, and written back from that type it has the same members with the same values
/// in the same order. Presence and session entries are compared without their order: the reference kept the order in which each entry
/// happened to be built.
/// </summary>
public class PayloadTests
{
    public static TheoryData<string, string, string> Recorded()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var line in Fixture.Lines("payloads.jsonl"))
        {
            var name = line.GetProperty("name").GetString()!;

            // A stop without a restart says so by leaving the member out; the reference sent null against its own schema.
            if (name == "shutdown" && line.GetProperty("payload").GetProperty("restartExpectedMs").ValueKind == JsonValueKind.Null)
                continue;
            data.Add(line.GetProperty("kind").GetString()!, name, line.GetProperty("payload").GetRawText());
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Recorded))]
    public void A_recorded_payload_survives_its_type(string kind, string name, string json)
    {
        var type = kind == "event" ? EventCatalog.Find(name)!.PayloadType : MethodCatalog.Find(name)!.ResultType;

        Assert.Equal(Canonical(json), Canonical(Rewrite(json, type)));
    }

    [Theory]
    [MemberData(nameof(Recorded))]
    public void A_recorded_payload_fits_its_shape(string kind, string name, string json)
    {
        if (json == "null")
        {
            Assert.True(MethodCatalog.Find(name)!.ResultMayBeNull);
            return;
        }

        var shape = kind == "event" ? Shape.Of(EventCatalog.Find(name)!.PayloadType) : MethodCatalog.Find(name)!.ResultShape;

        Assert.Null(SchemaValidator.Validate(System.Text.Encoding.UTF8.GetBytes(json), shape));
    }

    private static string Rewrite(string json, JsonTypeInfo type) => JsonSerializer.Serialize(JsonSerializer.Deserialize(json, type), type);

    private static string Canonical(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Canonical(document.RootElement);
    }

    private static string Canonical(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', Members(value).Select(m => $"{m.Name}:{Canonical(m.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Canonical))}]",
        JsonValueKind.String => $"\"{value.GetString()}\"",
        _ => value.GetRawText(),
    };

    private static IEnumerable<JsonProperty> Members(JsonElement value) => IsEntry(value)
        ? value.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal)
        : value.EnumerateObject();

    private static bool IsEntry(JsonElement value) =>
        (value.TryGetProperty("text", out _) && value.TryGetProperty("ts", out _))
        || (value.TryGetProperty("sessionId", out _) && value.TryGetProperty("updatedAt", out _) && !value.TryGetProperty("key", out _));
}
