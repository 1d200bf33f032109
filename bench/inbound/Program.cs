using System.Globalization;
using OpenClaw.Bench.Channels;
using OpenClaw.Testing.Telegram;

// Has many messages wait at the bot platform when the gateway comes: how fast are they taken and answered, in which order, with how much memory?
// usage: dotnet run --project bench/inbound -c Release -- out/bin/openclaw [MESSAGES] [CHATS]
if (args.Length == 0 || !File.Exists(args[0]))
{
    Console.Error.WriteLine("usage: dotnet run --project bench/inbound -c Release -- PATH-TO-openclaw [MESSAGES] [CHATS]");
    return 2;
}

var binary = Path.GetFullPath(args[0]);
var messages = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10_000;
var chats = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 500;
var limit = TimeSpan.FromMinutes(20);

await using var model = new NumberModel(static () => TimeSpan.Zero);
await using var bot = await BotApiServer.StartAsync();
using var home = new ChannelHome(model.Port, bot.Root, bot.Token, concurrent: 16);
for (var i = 0; i < messages; i++)
    bot.Push(BotUpdates.Text(1000 + (i % chats), $"message «{i}»"));

using var gateway = GatewayProcess.Start(binary, home);
await gateway.ReadyAsync();
var idle = gateway.ResidentBytes;
var started = TimeProvider.System.GetTimestamp();
var (peak, taken) = (idle, TimeSpan.Zero);
var answered = 0;
while (TimeProvider.System.GetElapsedTime(started) < limit && answered < messages)
{
    await Task.Delay(250);
    peak = Math.Max(peak, gateway.ResidentBytes);
    if (taken == TimeSpan.Zero && bot.Unconfirmed == 0)
        taken = TimeProvider.System.GetElapsedTime(started);
    answered = Sent().Distinct().Count();
}

var all = TimeProvider.System.GetElapsedTime(started);
await gateway.KillAsync();

// A poll confirms what the one before it was given: the time between them is what taking a batch cost, an upper bound for each message in it.
var polls = bot.CallsOf("getUpdates");
var latencies = new List<double>();
for (var i = 0; i + 1 < polls.Count; i++)
{
    var batch = polls[i].Answer?["result"]?.AsArray().Count ?? 0;
    latencies.AddRange(Enumerable.Repeat((polls[i + 1].At - polls[i].At).TotalMilliseconds, batch));
}

latencies.Sort();
double At(double share) => latencies.Count == 0 ? double.NaN : latencies[(int)Math.Min(latencies.Count - 1, latencies.Count * share)];
var disordered = Disordered();
Console.WriteLine($"""

    | {messages} messages over {chats} chats at once | Value | Target |
    |---|---|---|
    | taken (on disk, confirmed to the platform) | {messages / taken.TotalSeconds:0} per s | |
    | time from handed out to taken | median {At(0.5):0.0} ms, p99 {At(0.99):0.0} ms | |
    | answered in their sessions and sent | {answered} in {all.TotalSeconds:0.0} s, {answered / all.TotalSeconds:0} per s | all |
    | answers out of their chat's order | {disordered} | 0 |
    | resident: idle, highest | {idle / 1e6:0} MB, {peak / 1e6:0} MB | bounded |
    """);
return answered == messages && disordered == 0 ? 0 : 1;

IEnumerable<int> Sent() => bot.CallsOf("sendMessage").Where(static call => call.Ok).SelectMany(static call => NumberModel.Answered(call.Text ?? string.Empty));

int Disordered()
{
    var last = new Dictionary<int, int>();
    var wrong = 0;
    foreach (var number in Sent())
    {
        if (last.TryGetValue(number % chats, out var before) && before > number)
            wrong++;
        last[number % chats] = number;
    }

    return wrong;
}
