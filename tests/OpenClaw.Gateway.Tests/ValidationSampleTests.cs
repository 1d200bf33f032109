using System.Text.Json.Nodes;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests;

/// <summary>
/// The samples of spec 01 §3 through a socket. Those of <c>send</c>, <c>poll</c> and <c>cron.update</c> are checked against the schema
/// alone until these methods can be called.
/// </summary>
[Trait("Runbook", "C7")]
public class ValidationSampleTests
{
    [Theory]
    [InlineData(
        "{}",
        "must have required property 'minProtocol'; must have required property 'maxProtocol'; must have required property 'client'")]
    [InlineData(
        """{"minProtocol":3,"maxProtocol":3,"client":{"id":"x","version":"1","platform":"p","mode":"y","zzz":1},"bogus":1}""",
        "at root: unexpected property 'bogus'; at /client: unexpected property 'zzz'; at /client/id: must be equal to constant; at /client/id: must match a schema in anyOf; at /client/mode: must be equal to constant; at /client/mode: must match a schema in anyOf")]
    public async Task A_connect_that_fails_the_schema_is_refused_in_the_prescribed_words(string parameters, string problem)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await (await gateway.OpenAsync()).ChallengedAsync();

        var answer = await client.RequestAsync("connect", JsonNode.Parse(parameters));

        Assert.Equal(("INVALID_REQUEST", $"invalid connect params: {problem}"), answer.Error());
    }

    [Theory]
    [InlineData("sessions.preview", """{"keys":["",5]}""", "at /keys/0: must NOT have fewer than 1 characters; at /keys/1: must be string")]
    [InlineData(
        "sessions.patch",
        """{"key":"k","label":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}""",
        "at /label: must NOT have more than 64 characters; at /label: must be null; at /label: must match a schema in anyOf")]
    [InlineData("sessions.list", """{"limit":1.5}""", "at /limit: must be integer")]
    [InlineData("sessions.list", "[]", "must be object")]
    public async Task Params_that_fail_the_schema_are_refused_in_the_prescribed_words(string method, string parameters, string problem)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.ConnectAsync();

        var answer = await client.RequestAsync(method, JsonNode.Parse(parameters));

        Assert.Equal(("INVALID_REQUEST", $"invalid {method} params: {problem}"), answer.Error());
        Assert.True((bool)(await client.RequestAsync("sessions.list", new JsonObject { ["limit"] = 1.0 }))["ok"]!);
    }
}
