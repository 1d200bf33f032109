using System.Text;
using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Tests.Golden;

/// <summary>What the reference said about bad params, word for word.</summary>
public class InvalidParamsTests
{
    public static TheoryData<string, string, string> Recorded()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (request, response) in Fixture.Calls("invalid-params.jsonl").Concat(Fixture.Calls("connect-refused.jsonl")))
        {
            if (!response.TryGetProperty("error", out var error))
                continue;
            var method = request.GetProperty("method").GetString()!;
            var message = error.GetProperty("message").GetString()!;
            if (message.StartsWith($"invalid {method} params: ", StringComparison.Ordinal))
                data.Add(method, request.TryGetProperty("params", out var p) ? p.GetRawText() : "null", message);
        }

        return data;
    }

    // Spec 01 §3.
    public static TheoryData<string, string, string> Specified() => new()
    {
        { "connect", "{}", "must have required property 'minProtocol'; must have required property 'maxProtocol'; must have required property 'client'" },
        {
            "connect",
            """{"minProtocol":3,"maxProtocol":3,"client":{"id":"x","version":"1","platform":"p","mode":"y","zzz":1},"bogus":1}""",
            "at root: unexpected property 'bogus'; at /client: unexpected property 'zzz'; at /client/id: must be equal to constant; at /client/id: must match a schema in anyOf; at /client/mode: must be equal to constant; at /client/mode: must match a schema in anyOf"
        },
        {
            "send",
            """{"mediaUrls":"m","message":"","to":5,"idempotencyKey":"k"}""",
            "at /to: must be string; at /message: must NOT have fewer than 1 characters; at /mediaUrls: must be array"
        },
        { "sessions.preview", """{"keys":["",5]}""", "at /keys/0: must NOT have fewer than 1 characters; at /keys/1: must be string" },
        {
            "sessions.patch",
            $$"""{"key":"k","label":"{{new string('x', 65)}}"}""",
            "at /label: must NOT have more than 64 characters; at /label: must be null; at /label: must match a schema in anyOf"
        },
        {
            "poll",
            """{"to":"t","question":"q","options":["a"],"maxSelections":13,"idempotencyKey":"k"}""",
            "at /options: must NOT have fewer than 2 items; at /maxSelections: must be <= 12"
        },
        {
            "cron.update",
            """{"id":"x"}""",
            "must have required property 'patch'; must have required property 'jobId'; at root: unexpected property 'id'; must match a schema in anyOf"
        },
        { "sessions.list", """{"limit":1.5}""", "at /limit: must be integer" },
        { "sessions.list", "[]", "must be object" },
        { "sessions.list", """{"search":[],"search":"x"}""", "at /search: must be string" },
        { "connect", """{"minProtocol":3,"maxProtocol":3,"client":{"id":"cli","version":"1","platform":"p","mode":"cli"},"permissions":{"a/b":1}}""", "at /permissions/a~1b: must be boolean" },
    };

    [Theory]
    [MemberData(nameof(Recorded))]
    public void Bad_params_are_refused_with_the_recorded_words(string method, string json, string message) =>
        Assert.Equal(message, $"invalid {method} params: {Fault(method, json)}");

    [Theory]
    [MemberData(nameof(Specified))]
    public void Bad_params_are_refused_with_the_specified_words(string method, string json, string text) =>
        Assert.Equal(text, Fault(method, json));

    [Fact]
    public void The_recording_holds_the_cases_it_should() => Assert.True(Recorded().Count > 40);

    [Theory]
    [InlineData("sessions.list", """{"limit":1.0}""")]
    [InlineData("sessions.list", """{"limit":1e2}""")]
    [InlineData("sessions.patch", """{"key":"k","label":null}""")]
    [InlineData("wake", """{"text":"x","mode":"now"}""")]
    public void Good_params_pass(string method, string json) => Assert.Null(Fault(method, json));

    [Fact]
    public void Params_are_read_into_their_type()
    {
        Assert.True(Chat.ChatMethods.Send.TryReadParams(
            """{"sessionKey":"main","message":"ä","idempotencyKey":"k","timeoutMs":1e3}"""u8.ToArray(), out var value, out _));

        Assert.Equal(("main", "ä", 1000L), (value.SessionKey, value.Message, value.TimeoutMs));
    }

    [Theory]
    [InlineData("\"not-an-object\"")]
    [InlineData("null")]
    [InlineData("""{"probe":"yes","other":1}""")]
    public void A_method_without_a_schema_ignores_what_it_does_not_know(string json)
    {
        Assert.True(Protocol.Health.HealthMethods.Health.TryReadParams(Encoding.UTF8.GetBytes(json), out var value, out _));

        Assert.Null(value.Probe);
    }

    private static string? Fault(string method, string json)
    {
        ReadOnlyMemory<byte> utf8 = Encoding.UTF8.GetBytes(json);
        return MethodCatalog.Find(method)!.Check(ref utf8);
    }
}
