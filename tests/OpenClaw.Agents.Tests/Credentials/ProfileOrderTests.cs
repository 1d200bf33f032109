using OpenClaw.Agents.Tests.Support;

namespace OpenClaw.Agents.Tests.Credentials;

public sealed class ProfileOrderTests
{
    private const string Profiles = """
        "profiles":{
          "a:key":{"type":"api_key","provider":"a","key":"1"},
          "a:key2":{"type":"api_key","provider":"a","key":"2"},
          "a:login":{"type":"oauth","provider":"a","access":"3","expires":4102444800000},
          "a:token":{"type":"token","provider":"a","token":"4"},
          "a:old":{"type":"token","provider":"a","token":"5","expires":1},
          "a:empty":{"type":"api_key","provider":"a","key":""},
          "b:key":{"type":"api_key","provider":"b","key":"6"}}
        """;

    [Theory]
    [InlineData("", "{}", "a:login a:token a:key a:key2")]
    [InlineData(""","usageStats":{"a:key":{"lastUsed":9},"a:key2":{"lastUsed":3}}""", "{}", "a:login a:token a:key2 a:key")]
    [InlineData(""","usageStats":{"a:login":{"cooldownUntil":4102444800000},"a:token":{"disabledUntil":4102444700000}}""", "{}", "a:key a:key2 a:token a:login")]
    [InlineData(""","order":{"a":["a:key2","a:token","a:gone"]}""", "{}", "a:key2 a:token")]
    [InlineData(""","order":{"A":["a:key2","a:token"]},"usageStats":{"a:key2":{"cooldownUntil":4102444800000}}""", "{}", "a:token a:key2")]
    [InlineData("", """{"order":{"a":["a:key","a:login"]}}""", "a:key a:login")]
    [InlineData(""","order":{"a":["a:token"]}""", """{"order":{"a":["a:key"]}}""", "a:token")]
    [InlineData("", """{"profiles":{"a:key":{"provider":"a","mode":"api_key"},"a:token":{"provider":"a","mode":"oauth"}}}""", "a:token a:key")]
    [InlineData("", """{"profiles":{"a:key":{"provider":"a","mode":"token"},"a:login":{"provider":"a","mode":"oauth"}}}""", "a:login")]
    public async Task Credentials_are_tried_in_this_order(string more, string auth, string expected)
    {
        await using var bench = new Workbench($$"""{"auth":{{auth}}}""");
        bench.Write(".openclaw/agents/main/agent/auth-profiles.json", $$"""{"version":1,{{Profiles}}{{more}}}""");

        Assert.Equal(expected, string.Join(' ', bench.Keys.All("main", "a").Select(static one => one.Key.ProfileId)));
    }
}
