using OpenClaw.Bench.Agent;

// What a run costs beside its model: time from the accepted message to the first piece of the answer, and memory of many at once.
// usage: dotnet run --project bench/agent -c Release -- out/bin/openclaw [TURNS] [CONCURRENT]
if (args.Length == 0 || !File.Exists(args[0]))
{
    Console.Error.WriteLine("usage: dotnet run --project bench/agent -c Release -- PATH-TO-openclaw [TURNS] [CONCURRENT]");
    return 2;
}

var binary = Path.GetFullPath(args[0]);
var turns = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 500;
var concurrent = args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 100;
const int Warmup = 20;
const int TurnsPerSession = 10;
const int Pieces = 300;

await using var model = new ModelServer();
using var http = new HttpClient();
var direct = new List<double>();
for (var i = 0; i < Warmup + turns; i++)
{
    var time = (await DirectCall.OnceAsync(http, model.Port)).TotalMilliseconds;
    if (i >= Warmup)
        direct.Add(time);
}

var first = new List<double>();
var whole = new List<double>();
using (var home = new BenchHome(model.Port, concurrent: 4))
{
    await using var gateway = await Gateway.StartAsync(binary, home);
    using var client = await Client.ConnectAsync(gateway);
    for (var i = 0; i < Warmup + turns; i++)
    {
        var (delta, end) = await client.TurnAsync($"agent:main:turns-{i / TurnsPerSession}");
        if (i < Warmup)
            continue;
        first.Add((delta - model.LastOwnTime).TotalMilliseconds);
        whole.Add((end - model.LastOwnTime).TotalMilliseconds);
    }
}

long settled;
long idle;
long peak;
using (var home = new BenchHome(model.Port, concurrent))
{
    await using var gateway = await Gateway.StartAsync(binary, home);
    using var client = await Client.ConnectAsync(gateway);

    // A gateway that has just settled, and the same one after its first runs: those map the code that all runs share, once. The
    // target counts from the first.
    await Task.Delay(TimeSpan.FromSeconds(10));
    settled = gateway.ResidentBytes;
    for (var i = 0; i < Warmup; i++)
        await client.TurnAsync($"agent:main:warm-{i}");
    await Task.Delay(TimeSpan.FromSeconds(2));
    idle = gateway.ResidentBytes;
    peak = idle;
    var streaming = client.StreamAsync(concurrent, Pieces);
    while (!streaming.IsCompleted)
    {
        await Task.WhenAny(streaming, Task.Delay(100));
        peak = Math.Max(peak, gateway.ResidentBytes);
    }

    await streaming;
}

var base50 = Percentile.Of(direct, 50);
Console.WriteLine($"""

    | Measure | Median | p99 | Ratio of medians | Target |
    |---|---|---|---|---|
    | question to the first piece, no gateway, {turns} times | {base50:0.00} ms | {Percentile.Of(direct, 99):0.00} ms | 1 | |
    | accepted to the first piece, over the model's own time | {Percentile.Of(first, 50):0.00} ms | {Percentile.Of(first, 99):0.00} ms | {Percentile.Of(first, 50) / base50:0.0} | median < 5 ms |
    | accepted to the end of the run, over the model's own time | {Percentile.Of(whole, 50):0.00} ms | {Percentile.Of(whole, 99):0.00} ms | {Percentile.Of(whole, 50) / base50:0.0} | |

    | Measure | Value | Target |
    |---|---|---|
    | resident, idle, before the first run | {settled / 1048576.0:0.0} MB | 40 MB |
    | resident, idle, after {Warmup} runs | {idle / 1048576.0:0.0} MB | |
    | most resident with {concurrent} runs streaming {Pieces} pieces each | {peak / 1048576.0:0.0} MB, {(peak - settled) / 1048576.0:0.0} MB over idle, {(peak - idle) / 1048576.0:0.0} MB over idle after runs | 60 MB over idle |

    """);
return 0;
