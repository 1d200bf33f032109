using System.Text.Json;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Protocol.Tests;

public class PatchedTextTests
{
    private static SessionsPatchParams Read(string json) => JsonSerializer.Deserialize(json, ProtocolJson.Default.SessionsPatchParams)!;

    [Fact]
    public void Absent_null_and_a_text_are_three_things()
    {
        Assert.False(Read("""{"key":"k"}""").Label.IsPresent);
        Assert.True(Read("""{"key":"k","label":null}""").Label.IsCleared);
        Assert.Equal(PatchedText.Set("x"), Read("""{"key":"k","label":"x"}""").Label);
    }

    [Theory]
    [InlineData("""{"key":"k"}""")]
    [InlineData("""{"key":"k","label":null}""")]
    [InlineData("""{"key":"k","label":"x"}""")]
    public void Each_is_written_as_it_was_read(string json) =>
        Assert.Equal(json, JsonSerializer.Serialize(Read(json), ProtocolJson.Default.SessionsPatchParams));
}
