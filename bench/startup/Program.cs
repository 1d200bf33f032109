using OpenClaw.Bench.Startup;

// How fast and how small the native binary is, as ratios to what the same machine does in the same minute.
// usage: dotnet run --project bench/startup -c Release -- out/bin/openclaw [CONNECTIONS]
if (args.Length == 0 || !File.Exists(args[0]))
{
    Console.Error.WriteLine("usage: dotnet run --project bench/startup -c Release -- PATH-TO-openclaw [CONNECTIONS]");
    return 2;
}

var binary = Path.GetFullPath(args[0]);
var connections = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 10_000;
const int Runs = 20;

var spawn = Median.Of(Runs, () => Spawn.Once("/bin/true"));
var version = Median.Of(Runs, () => Spawn.Once(binary, "--version"));

using var home = new BenchHome();
var hello = await Median.OfAsync(Runs, async () =>
{
    await using var cold = Gateway.Start(binary, home);
    return await cold.UntilHelloAsync();
});

await using var gateway = Gateway.Start(binary, home);
await gateway.UntilHelloAsync();
var again = await Median.OfAsync(Runs, gateway.UntilHelloAsync);
await Task.Delay(TimeSpan.FromSeconds(10));
var idle = gateway.ResidentBytes;
var opened = await gateway.OpenIdleAsync(connections);
await Task.Delay(TimeSpan.FromSeconds(3));
var loaded = gateway.ResidentBytes;

Console.WriteLine($"""

    | Measure | Value | Ratio | Target |
    |---|---|---|---|
    | spawn of /bin/true, median of {Runs} | {spawn:0.0} ms | 1 | |
    | openclaw --version, median of {Runs} | {version:0.0} ms | {version / spawn:0.0} × spawn | 20 ms |
    | connect to hello-ok on a running gateway, median of {Runs} | {again:0.0} ms | | |
    | exec to first hello-ok, median of {Runs} | {hello:0.0} ms | {hello / spawn:0.0} × spawn, {hello / again:0.0} × connect | 80 ms |
    | resident, idle for 10 s | {idle / 1048576.0:0.0} MB | | 40 MB |
    | resident, {opened} idle connections | {loaded / 1048576.0:0.0} MB | {(loaded - idle) / 1024.0 / Math.Max(1, opened):0.0} KB each | 250 MB |

    """);
return opened == connections ? 0 : 1;
