using System.Text.Json;

namespace OpenClaw.Protocol.Tests.Sessions;

public class SessionEntryTests
{
    [Fact]
    public void Members_of_other_versions_are_written_back()
    {
        const string Json = """{"sessionId":"s","updatedAt":5,"somethingNew":{"a":[1,2]},"alsoNew":"x"}""";

        var entry = JsonSerializer.Deserialize(Json, ProtocolJson.Default.SessionEntry)!;
        var again = JsonSerializer.Serialize(entry with { UpdatedAt = 6 }, ProtocolJson.Default.SessionEntry);

        Assert.Equal("""{"sessionId":"s","updatedAt":6,"somethingNew":{"a":[1,2]},"alsoNew":"x"}""", again);
    }

    [Fact]
    public void A_thread_id_may_be_a_number_and_becomes_text()
    {
        var entry = JsonSerializer.Deserialize(
            """{"lastThreadId":42,"deliveryContext":{"channel":"telegram","threadId":7}}""", ProtocolJson.Default.SessionEntry)!;

        Assert.Equal("42", entry.LastThreadId);
        Assert.Equal("7", entry.DeliveryContext!.ThreadId);
    }

    [Fact]
    public void Absent_null_and_text_are_three_things_in_a_patch()
    {
        var patch = JsonSerializer.Deserialize(
            """{"key":"main","label":null,"model":"a/b"}""", ProtocolJson.Default.SessionsPatchParams)!;

        Assert.True(patch.Label.IsCleared);
        Assert.Equal("a/b", patch.Model.Text);
        Assert.False(patch.SendPolicy.IsPresent);
        Assert.Equal(
            """{"key":"main","label":null,"model":"a/b"}""",
            JsonSerializer.Serialize(patch, ProtocolJson.Default.SessionsPatchParams));
    }
}
