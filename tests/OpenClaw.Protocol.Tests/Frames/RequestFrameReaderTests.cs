using System.Text;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Protocol.Tests.Frames;

public class RequestFrameReaderTests
{
    private static RequestReading Read(string message) => RequestFrameReader.Read(Encoding.UTF8.GetBytes(message));

    private static string Text(ReadOnlyMemory<byte> utf8) => Encoding.UTF8.GetString(utf8.Span);

    [Fact]
    public void A_request_gives_its_header_and_its_params_untouched()
    {
        var reading = Read("""{"type":"req","id":"r1","method":"sessions.list","params":{ "limit" : 1.0 }}""");

        Assert.Equal(FrameFault.None, reading.Fault);
        Assert.Equal(("r1", "sessions.list"), (reading.Frame!.Id, reading.Frame.Method));
        Assert.Equal("""{ "limit" : 1.0 }""", Text(reading.Frame.Params));
    }

    [Theory]
    [InlineData("""{"params":{"a":1},"method":"m","id":"i","type":"req"}""", """{"a":1}""")]
    [InlineData("""{"type":"req","id":"i","method":"m","params":"text"}""", "\"text\"")]
    [InlineData("""{"type":"req","id":"i","method":"m","params":-1.5e3}""", "-1.5e3")]
    [InlineData("""{"type":"req","id":"i","method":"m","params":null}""", "")]
    [InlineData("""{"type":"req","id":"i","method":"m"}""", "")]
    [InlineData("""{"type":"req","id":"i","method":"m","params":[1],"params":[2]}""", "[2]")]
    public void Params_are_whatever_the_caller_sent(string message, string expected) =>
        Assert.Equal(expected, Text(Read(message).Frame!.Params));

    [Fact]
    public void Absent_params_read_as_an_empty_object() =>
        Assert.Equal("{}", Text(Read("""{"type":"req","id":"i","method":"m"}""").Frame!.ParamsOrEmpty));

    [Theory]
    [InlineData("{oops")]
    [InlineData("")]
    [InlineData("{} {}")]
    [InlineData("""{"type":"req","id":"i","method":"m",}""")]
    [InlineData("\uFEFF{}")]
    public void What_is_not_JSON_is_told_apart(string message) => Assert.Equal(FrameFault.NotJson, Read(message).Fault);

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_not_JSON() =>
        Assert.Equal(FrameFault.NotJson, RequestFrameReader.Read(new byte[] { 0x22, 0xFF, 0x22 }).Fault);

    // Recorded answers of the reference, bad-frames-after-connect.
    [Theory]
    [InlineData("""{"type":"req","id":7,"method":"health"}""", "7", "at /id: must be string")]
    [InlineData("""{"type":"req","id":"a1"}""", "\"a1\"", "must have required property 'method'")]
    [InlineData("""{"type":"req","id":"a2","method":""}""", "\"a2\"", "at /method: must NOT have fewer than 1 characters")]
    [InlineData("""{"type":"req","id":"a3","method":"health","params":{},"extra":1}""", "\"a3\"", "at root: unexpected property 'extra'")]
    [InlineData(
        """{"type":"res","id":"a4","ok":true}""",
        "\"a4\"",
        "must have required property 'method'; at root: unexpected property 'ok'; at /type: must be equal to constant")]
    [InlineData("""{"id":"a5"}""", "\"a5\"", "must have required property 'type'; must have required property 'method'")]
    [InlineData("42", "\"invalid\"", "must be object")]
    [InlineData("null", "\"invalid\"", "must be object")]
    [InlineData("[1,2,3]", "\"invalid\"", "must be object")]
    [InlineData("""{"type":"req","id":"","method":"m"}""", "\"\"", "at /id: must NOT have fewer than 1 characters")]
    public void A_bad_frame_is_answered_with_the_wording_of_the_reference(string message, string id, string text)
    {
        var reading = Read(message);

        Assert.Equal(FrameFault.NotRequest, reading.Fault);
        Assert.Equal($"invalid request frame: {text}", reading.Reason);
        Assert.Equal(id, Text(reading.AnswerId));
    }

    [Fact]
    public void A_huge_id_is_not_sent_back()
    {
        var reading = Read($$"""{"id":"{{new string('x', 10_000)}}"}""");

        Assert.Equal("\"invalid\"", Text(reading.AnswerId));
    }

    [Theory]
    [InlineData(63, FrameFault.None)]
    [InlineData(64, FrameFault.NotRequest)]
    [InlineData(1000, FrameFault.NotRequest)]
    [InlineData(5000, FrameFault.NotJson)]
    public void Nesting_is_limited(int depth, FrameFault fault)
    {
        var bomb = new string('[', depth) + new string(']', depth);

        Assert.Equal(fault, Read($$"""{"type":"req","id":"i","method":"m","params":{{bomb}}}""").Fault);
    }

    [Theory]
    [InlineData("""{"type":"req","id":"i","method":"m","params":{"a":"\ud800"}}""")]
    [InlineData("""{"type":"req","id":"i","method":"m","params":{"\ud800":1}}""")]
    [InlineData("""{"type":"req","id":"\ud800","method":"m"}""")]
    public void Half_a_surrogate_pair_never_reaches_a_handler(string message) =>
        Assert.Equal(FrameFault.NotRequest, Read(message).Fault);

    [Fact]
    public void The_two_members_newer_clients_add_are_accepted()
    {
        var reading = Read("""{"type":"req","id":"i","method":"m","traceparent":"00-ab-cd-01","expectedProfileId":"p"}""");

        Assert.Equal("00-ab-cd-01", reading.Frame!.TraceParent);
    }

    [Fact]
    public void A_frame_full_of_unknown_members_gets_a_small_answer()
    {
        var members = string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"x{i}\":1"));

        Assert.InRange(Read($"{{{members}}}").Reason!.Length, 1, 5_000);
    }
}
