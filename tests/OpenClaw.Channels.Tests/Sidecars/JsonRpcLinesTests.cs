using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Channels.Sidecars;

namespace OpenClaw.Channels.Tests.Sidecars;

public class JsonRpcLinesTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_request_gets_its_own_answer_whatever_the_order()
    {
        await using var peer = new Peer();
        var first = peer.Rpc.RequestAsync("a", w => w.WriteString("x", "1"), s_long, CancellationToken.None);
        var second = peer.Rpc.RequestAsync("b", null, s_long, CancellationToken.None);
        Assert.Equal("""{"jsonrpc":"2.0","id":1,"method":"a","params":{"x":"1"}}""", await peer.ReadLineAsync());
        Assert.Equal("""{"jsonrpc":"2.0","id":2,"method":"b","params":{}}""", await peer.ReadLineAsync());

        await peer.SayAsync("""{"jsonrpc":"2.0","id":2,"result":{"two":2}}""" + "\n" + """{"jsonrpc":"2.0","id":1,"result":1}""" + "\n");

        Assert.Equal(2, (await second).Result.GetProperty("two").GetInt32());
        Assert.Equal(1, (await first).Result.GetInt32());
    }

    [Fact]
    public async Task An_error_is_a_value_with_what_the_sidecar_adds()
    {
        await using var peer = new Peer();
        var asked = peer.Rpc.RequestAsync("send", null, s_long, CancellationToken.None);
        await peer.ReadLineAsync();

        await peer.SayAsync("""{"jsonrpc":"2.0","id":1,"error":{"code":4002,"message":"not connected","data":{"retryable":true,"retryAfterMs":1500,"platformCode":428}}}""" + "\n");

        var fault = (await asked).Fault!;
        Assert.Equal((4002, "not connected", true, TimeSpan.FromMilliseconds(1500), "428"), (fault.Code, fault.Message, fault.IsRetryable, fault.RetryAfter, fault.Detail("platformCode")));
    }

    [Fact]
    public async Task An_answer_that_never_comes_ends_with_the_deadline_and_one_that_comes_late_harms_nobody()
    {
        await using var peer = new Peer();
        var asked = peer.Rpc.RequestAsync("a", null, TimeSpan.FromSeconds(5), CancellationToken.None);
        await peer.ReadLineAsync();

        peer.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(RpcFault.TimedOut, (await asked).Fault!.Code);
        await peer.SayAsync("""{"jsonrpc":"2.0","id":1,"result":{}}""" + "\n");
        var next = peer.Rpc.RequestAsync("b", null, s_long, CancellationToken.None);
        await peer.ReadLineAsync();
        await peer.SayAsync("""{"jsonrpc":"2.0","id":2,"result":{}}""" + "\n");
        Assert.True((await next).Ok);
    }

    [Fact]
    public async Task Notifications_come_in_order_also_when_they_arrive_in_pieces()
    {
        await using var peer = new Peer();
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 200).Select(i => $$$"""{"jsonrpc":"2.0","method":"n","params":{"i":{{{i}}},"t":"æ"}}""" + "\r\n")));

        foreach (var piece in bytes.Chunk(7))
            await peer.SayAsync(piece);

        for (var i = 0; i < 200; i++)
            Assert.Equal(i, (await peer.NotedAsync()).GetProperty("i").GetInt32());
    }

    [Theory]
    [InlineData("hello", "no JSON-RPC message")]
    [InlineData("""{"jsonrpc":"2.0","id":1}{}""", "no JSON-RPC message")]
    [InlineData("[1]", "no JSON-RPC message")]
    [InlineData("""{"jsonrpc":"2.0","result":{}}""", "no JSON-RPC message")]
    [InlineData("""{"id":1,"error":"no"}""", "no JSON-RPC message")]
    public async Task A_line_that_is_no_message_ends_the_connection(string line, string reason)
    {
        await using var peer = new Peer();
        var asked = peer.Rpc.RequestAsync("a", null, s_long, CancellationToken.None);

        await peer.SayAsync(line + "\n");

        Assert.Contains(reason, await peer.Rpc.Closed);
        Assert.Equal(RpcFault.Closed, (await asked).Fault!.Code);
        Assert.Equal(RpcFault.Closed, (await peer.Rpc.RequestAsync("b", null, s_long, CancellationToken.None)).Fault!.Code);
    }

    [Fact]
    public async Task A_line_over_the_limit_ends_the_connection_before_its_end_has_come()
    {
        await using var peer = new Peer(maxLine: 1000);
        await peer.SayAsync("{\"jsonrpc\":\"2.0\",\"method\":\"n\",\"params\":{\"x\":\"" + new string('x', 2000));

        Assert.Contains("more than 1000 bytes", await peer.Rpc.Closed);
    }

    [Fact]
    public async Task A_request_over_the_limit_is_refused_and_nothing_is_written()
    {
        await using var peer = new Peer(maxLine: 1000);

        var reply = await peer.Rpc.RequestAsync("send", w => w.WriteString("text", new string('x', 2000)), s_long, CancellationToken.None);

        Assert.Equal(-32602, reply.Fault!.Code);
        Assert.False(peer.Rpc.Closed.IsCompleted);
    }

    [Fact]
    public async Task The_end_of_the_stream_ends_everything_that_waits()
    {
        await using var peer = new Peer();
        var asked = peer.Rpc.RequestAsync("a", null, s_long, CancellationToken.None);

        await peer.HangUpAsync();

        Assert.Equal(RpcFault.Closed, (await asked).Fault!.Code);
        Assert.Contains("closed its output", await peer.Rpc.Closed);
    }

    [Fact]
    public async Task A_request_of_the_sidecar_is_refused_by_name()
    {
        await using var peer = new Peer();

        await peer.SayAsync("""{"jsonrpc":"2.0","id":"s1","method":"what","params":{}}""" + "\n");

        Assert.Equal("""{"jsonrpc":"2.0","id":"s1","error":{"code":-32601,"message":"unknown method"}}""", await peer.ReadLineAsync());
    }

    [Fact]
    public async Task Somebody_who_does_not_read_cannot_make_us_wait_for_ever()
    {
        await using var peer = new Peer(pauseAt: 1);
        Assert.True(peer.Rpc.Notify("n", null));

        for (var i = 0; i < 400; i++)
            peer.Rpc.Notify("n", null);

        Assert.False(peer.Rpc.Notify("n", null));
        var asked = peer.Rpc.RequestAsync("a", null, TimeSpan.FromSeconds(5), CancellationToken.None);
        peer.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(RpcFault.TimedOut, (await asked).Fault!.Code);
    }

    private sealed class Peer : IAsyncDisposable
    {
        private readonly Pipe _in = new();
        private readonly Pipe _out;
        private readonly StreamReader _lines;
        private readonly System.Threading.Channels.Channel<JsonElement> _noted = System.Threading.Channels.Channel.CreateUnbounded<JsonElement>();

        public Peer(int maxLine = 1024 * 1024, int pauseAt = 1024 * 1024)
        {
            _out = new Pipe(new PipeOptions(pauseWriterThreshold: pauseAt, resumeWriterThreshold: 0));
            _lines = new StreamReader(_out.Reader.AsStream());
            Rpc = new JsonRpcLines(_in.Reader.AsStream(), _out.Writer.AsStream(), maxLine, Time, (_, parameters) => _noted.Writer.TryWrite(parameters));
            Rpc.Start();
        }

        public FakeTimeProvider Time { get; } = new();

        public JsonRpcLines Rpc { get; }

        public async Task<string?> ReadLineAsync() => await _lines.ReadLineAsync().WaitAsync(s_long);

        public async Task<JsonElement> NotedAsync() => await _noted.Reader.ReadAsync().AsTask().WaitAsync(s_long);

        public Task SayAsync(string text) => SayAsync(Encoding.UTF8.GetBytes(text));

        public async Task SayAsync(byte[] bytes) => await _in.Writer.WriteAsync(bytes);

        public async Task HangUpAsync() => await _in.Writer.CompleteAsync();

        public async ValueTask DisposeAsync()
        {
            await Rpc.DisposeAsync();
            await _in.Writer.CompleteAsync();
            _lines.Dispose();
        }
    }
}
