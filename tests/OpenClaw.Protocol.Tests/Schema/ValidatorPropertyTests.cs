using System.Text;
using System.Text.Json;
using CsCheck;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Eras;
using OpenClaw.Protocol.Frames;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Tests.Schema;

/// <summary>What must hold for input nobody thought of.</summary>
public class ValidatorPropertyTests
{
    private static readonly Gen<string> s_method = Gen.OneOf([.. MethodCatalog.All.Select(m => m.Name)]);

    [Fact]
    public void Arbitrary_bytes_never_break_the_frame_reader() =>
        Gen.Byte.Array[0, 64].Sample(bytes => RequestFrameReader.Read(bytes).Fault is >= FrameFault.None and <= FrameFault.NotRequest);

    [Fact]
    public void A_damaged_request_never_breaks_the_frame_reader() =>
        Gen.Select(Random.Json, Gen.Int[0, 200], Gen.Byte).Sample((json, at, value) =>
        {
            var frame = Encoding.UTF8.GetBytes($$"""{"type":"req","id":"i","method":"m","params":{{json}}}""");
            frame[at % frame.Length] = value;

            var reading = RequestFrameReader.Read(frame);

            return (reading.Fault == FrameFault.None) == (reading.Frame is not null)
                && (reading.Fault == FrameFault.NotRequest) == (reading.Reason is not null);
        });

    [Fact]
    public void Params_come_out_as_they_went_in() => Random.Json.Sample(json =>
    {
        var frame = Encoding.UTF8.GetBytes($$"""{"params":{{json}},"type":"req","id":"i","method":"m"}""");

        var read = RequestFrameReader.Read(frame).Frame!.Params;

        return json == "null" ? read.IsEmpty : Encoding.UTF8.GetString(read.Span) == json;
    });

    [Fact]
    public void Arbitrary_params_are_refused_in_words_or_fit_the_type() => Gen.Select(s_method, Random.Json).Sample((name, json) =>
    {
        var method = MethodCatalog.Find(name)!;
        ReadOnlyMemory<byte> utf8 = Encoding.UTF8.GetBytes(json);

        var fault = method.Check(ref utf8);

        return fault is { Length: > 0 } || JsonSerializer.Deserialize(utf8.Span, method.ParamsType) is not null;
    });

    [Fact]
    public void Params_made_from_the_shape_are_valid_and_survive_their_type() =>
        s_method.SelectMany(name => Random.Valid(MethodCatalog.Find(name)!.ParamsShape), (name, json) => (name, json)).Sample(pair =>
        {
            var method = MethodCatalog.Find(pair.name)!;
            var fault = SchemaValidator.Validate(Encoding.UTF8.GetBytes(pair.json), method.ParamsShape);
            if (fault is not null)
                return false;

            var once = JsonSerializer.Serialize(JsonSerializer.Deserialize(pair.json, method.ParamsType), method.ParamsType);
            var twice = JsonSerializer.Serialize(JsonSerializer.Deserialize(once, method.ParamsType), method.ParamsType);
            return once == twice;
        });

    [Fact]
    public void A_connect_made_from_the_shape_is_read() => Random.Valid(MethodCatalog.Find("connect")!.ParamsShape).Sample(json =>
        ConnectReader.TryRead(Encoding.UTF8.GetBytes(json), out _, out _));

    [Theory]
    [InlineData(63, true)]
    [InlineData(65, false)]
    [InlineData(100_000, false)]
    public void A_depth_bomb_ends_in_words(int depth, bool valid)
    {
        var bomb = Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth));

        Assert.Equal(valid, SchemaValidator.Validate(bomb, new AnyShape()) is null);
    }

    [Fact]
    public void A_huge_bad_message_gets_a_small_answer()
    {
        var members = string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"{new string('x', 20)}{i}\":1"));

        var fault = SchemaValidator.Validate(Encoding.UTF8.GetBytes($"{{{members}}}"), MethodCatalog.Find("send")!.ParamsShape);

        Assert.InRange(fault!.Length, 1, 64 * 200);
    }

    [Fact]
    public void A_long_member_name_is_cut_in_the_answer()
    {
        var json = Encoding.UTF8.GetBytes($"{{\"{new string('x', 5_000_000)}\":1}}");

        Assert.InRange(SchemaValidator.Validate(json, MethodCatalog.Find("node.list")!.ParamsShape)!.Length, 1, 300);
    }

    [Fact]
    public void A_method_without_a_schema_reads_any_object() =>
        Gen.Select(Gen.OneOf(MethodCatalog.All.Where(m => !m.Checked).ToArray()), Random.Json).Sample((method, json) =>
        {
            ReadOnlyMemory<byte> utf8 = Encoding.UTF8.GetBytes(json);

            return method.Check(ref utf8) is null && JsonSerializer.Deserialize(utf8.Span, method.ParamsType) is not null;
        });

    [Fact]
    public void Valid_params_cost_no_memory()
    {
        var shape = MethodCatalog.Find("agent")!.ParamsShape;
        var json = """{"message":"hello","agentId":"main","deliver":true,"attachments":[{"a":[1,2]}],"timeout":30,"idempotencyKey":"k"}"""u8;
        Assert.Null(SchemaValidator.Validate(json, shape));

        var before = GC.GetAllocatedBytesForCurrentThread();
        SchemaValidator.Validate(json, shape);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
