using OpenClaw.Operations.Logging;

namespace OpenClaw.Operations.Tests.Logging;

public class RedactorTests
{
    [Theory]
    [InlineData("OPENAI_API_KEY=sk-abcdefghijklmnop1234", "OPENAI_API_KEY=sk-abc…1234")]
    [InlineData("MY_TOKEN: short", "MY_TOKEN: ***")]
    [InlineData("{\"apiKey\":\"abc\"}", "{\"apiKey\":\"***\"}")]
    [InlineData("{\"accessToken\":\"0123456789012345678\"}", "{\"accessToken\":\"012345…5678\"}")]
    [InlineData("openclaw gateway --token hunter2 --port 1", "openclaw gateway --token *** --port 1")]
    [InlineData("Authorization: Bearer abc", "Authorization: Bearer ***")]
    [InlineData("got Bearer 0123456789abcdefghij", "got Bearer 012345…ghij")]
    [InlineData("key ghp_0123456789abcdefghij0", "key ghp_01…hij0")]
    [InlineData("bot 123456:ABCDEFGHIJKLMNOPQRSTUVWXYZ", "bot 123456…WXYZ")]
    [InlineData("http://h/?token=0123456789abcdef0123", "http://h/?token=012345…0123")]
    [InlineData("token=abc", "token=***")]
    public void A_secret_is_masked_and_the_rest_stays(string text, string expected) =>
        Assert.Equal(expected, Redactor.Default.Mask(text));

    [Theory]
    [InlineData("unauthorized: gateway token missing (set gateway.remote.token to match gateway.auth.token)")]
    [InlineData("sessionKey=agent:main:main totalTokens=12")]
    [InlineData("listening on ws://127.0.0.1:18789 (PID 4242)")]
    public void What_is_no_secret_is_left_alone(string text) => Assert.Equal(text, Redactor.Default.Mask(text));

    [Fact]
    public void A_private_key_keeps_its_first_and_last_line()
    {
        const string pem = "-----BEGIN PRIVATE KEY-----\nMC4CAQAw\nBQYDK2Vw\n-----END PRIVATE KEY-----";

        Assert.Equal("-----BEGIN PRIVATE KEY-----\n…redacted…\n-----END PRIVATE KEY-----", Redactor.Default.Mask(pem));
    }

    [Fact]
    public void Configured_patterns_replace_the_built_in_ones_and_bad_entries_are_ignored()
    {
        var redactor = Redactor.From("tools", ["/pin-(\\d+)/i", "([unclosed"]);

        Assert.Equal("PIN-*** OPENAI_API_KEY=visible", redactor.Mask("PIN-1234 OPENAI_API_KEY=visible"));
    }

    [Fact]
    public void Off_masks_nothing_and_only_bad_patterns_keep_the_built_in_list()
    {
        Assert.Equal("token=abc", Redactor.From("off", null).Mask("token=abc"));
        Assert.Equal("token=***", Redactor.From("tools", ["([unclosed"]).Mask("token=abc"));
    }
}
