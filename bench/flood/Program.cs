using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using OpenClaw.Bench.Flood;
using OpenClaw.Bench.Startup;

// What a million wrong tokens cost: log, memory, and whether the owner still gets in meanwhile.
// usage: dotnet run --project bench/flood -c Release -- out/bin/openclaw [GUESSES]
if (args.Length == 0 || !File.Exists(args[0]))
{
    Console.Error.WriteLine("usage: dotnet run --project bench/flood -c Release -- PATH-TO-openclaw [GUESSES]");
    return 2;
}

const int Guessers = 6;
const int OwnerVisits = 100;
var guesses = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000;

using var home = new BenchHome();
using var free = new TcpListener(IPAddress.Loopback, 0);
free.Start();
var port = ((IPEndPoint)free.LocalEndpoint).Port;
free.Stop();
var start = new ProcessStartInfo(Path.GetFullPath(args[0]), ["gateway", "--port", port.ToString(CultureInfo.InvariantCulture)])
{
    RedirectStandardOutput = true,
    RedirectStandardError = true,
};
start.Environment["HOME"] = home.Path;
using var gateway = Process.Start(start)!;
long printed = 0;
gateway.OutputDataReceived += (_, line) => Interlocked.Add(ref printed, line.Data?.Length ?? 0);
gateway.ErrorDataReceived += (_, line) => Interlocked.Add(ref printed, line.Data?.Length ?? 0);
gateway.BeginOutputReadLine();
gateway.BeginErrorReadLine();
try
{
    for (var ready = false; !ready && !gateway.HasExited;)
    {
        try
        {
            ready = await Attempt.MakeAsync(IPAddress.Loopback, port, BenchHome.Token);
        }
        catch (SocketException)
        {
            await Task.Delay(20);
        }
    }

    gateway.Refresh();
    var before = gateway.WorkingSet64;
    var (next, admitted, ownerRefused) = (0, 0, 0);
    var watch = Stopwatch.StartNew();
    // Half of the guessers sit at one address, the others at one each; the owner comes from yet another.
    await Task.WhenAll(Enumerable.Range(0, Guessers).Select(async g =>
    {
        var from = IPAddress.Parse($"127.0.0.{Math.Max(2, g)}");
        for (int i; (i = Interlocked.Increment(ref next)) <= guesses;)
        {
            if (await Attempt.MakeAsync(from, port, $"guess-{i}"))
                Interlocked.Increment(ref admitted);
            if (i % Math.Max(1, guesses / OwnerVisits) == 0 && !await Attempt.MakeAsync(IPAddress.Loopback, port, BenchHome.Token))
                Interlocked.Increment(ref ownerRefused);
        }
    }));
    var seconds = watch.Elapsed.TotalSeconds;

    gateway.Refresh();
    var after = gateway.WorkingSet64;
    var log = new FileInfo(Path.Combine(home.Path, "gateway.log")).Length;
    Console.WriteLine($"""

        | Measure | Value | Target |
        |---|---|---|
        | wrong tokens shown | {guesses:N0} in {seconds:0} s, {guesses / seconds:0} a second | |
        | wrong tokens let in | {admitted} | 0 |
        | owner refused meanwhile | {ownerRefused} of {OwnerVisits} visits | 0 |
        | log file | {log / 1024.0:0} KB, {log / (double)guesses:0.000} bytes a guess | under 1 MB |
        | console | {printed / 1024.0:0} KB | under 1 MB |
        | resident before and after | {before / 1048576.0:0.0} and {after / 1048576.0:0.0} MB | |

        """);
    return admitted == 0 && ownerRefused == 0 && log < 1_000_000 && printed < 1_000_000 ? 0 : 1;
}
finally
{
    if (!gateway.HasExited)
        gateway.Kill();
    await gateway.WaitForExitAsync();
}
