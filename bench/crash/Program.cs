using System.Globalization;
using OpenClaw.Bench.Channels;
using OpenClaw.Bench.Crash;
using OpenClaw.Testing.Telegram;

// Delivers numbered messages to a gateway that is killed again and again, and counts what became of each of them.
// usage: dotnet run --project bench/crash -c Release -- out/bin/openclaw [MESSAGES] [KILLS] [CHATS] [SEED]
if (args.Length == 0 || !File.Exists(args[0]))
{
    Console.Error.WriteLine("usage: dotnet run --project bench/crash -c Release -- PATH-TO-openclaw [MESSAGES] [KILLS] [CHATS] [SEED]");
    return 2;
}

int Number(int index, int standard) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : standard;
var binary = Path.GetFullPath(args[0]);
var (messages, kills, chats, seed) = (Number(1, 1000), Number(2, 50), Number(3, 25), Number(4, Environment.TickCount));
var random = new Random(seed);
var settle = TimeSpan.FromMinutes(3);

// Slow enough that kills meet runs in every phase.
await using var model = new NumberModel(() => TimeSpan.FromMilliseconds(Random.Shared.Next(0, 60)));
await using var bot = await BotApiServer.StartAsync();
using var home = new ChannelHome(model.Port, bot.Root, bot.Token, concurrent: 8);
var started = TimeProvider.System.GetTimestamp();

var pushing = Task.Run(async () =>
{
    // Spread over the kills: about as fast as they are answered.
    for (var i = 0; i < messages; i++)
    {
        bot.Push(BotUpdates.Text(1000 + (i % chats), $"message «{i}»"));
        if (i % 5 == 4)
            await Task.Delay(Math.Max(1, kills * 600 / messages * 5));
    }
});

for (var i = 0; i < kills; i++)
{
    using var gateway = GatewayProcess.Start(binary, home);

    // Some die while they start, most at work.
    await Task.Delay(random.Next(20, 1200));
    await gateway.KillAsync();
}

await pushing;
using var last = GatewayProcess.Start(binary, home);
await last.ReadyAsync();
var deadline = DateTimeOffset.UtcNow + settle;
var tally = Tally.Of(home.State, bot);
while (DateTimeOffset.UtcNow < deadline && !Enumerable.Range(0, messages).All(n => tally.Sends.ContainsKey(n)))
{
    await Task.Delay(500);
    tally = Tally.Of(home.State, bot);
}

// What was sent twice by then may still be on its way a third time.
await Task.Delay(3000);
await last.KillAsync();
tally = Tally.Of(home.State, bot);
int Count(Func<int, bool> what) => Enumerable.Range(0, messages).Count(what);
var lost = Count(n => !tally.Answers.ContainsKey(n));
var twice = Count(n => tally.Answers.GetValueOrDefault(n) > 1);
var unsent = Count(n => !tally.Sends.ContainsKey(n));
var resent = Count(n => tally.Sends.GetValueOrDefault(n) > 1);
Console.WriteLine($"""

    | {messages} messages over {chats} chats, {kills} times SIGKILL, seed {seed}, {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0} s | Count | Target |
    |---|---|---|
    | messages without an answer in their session | {lost} | 0 |
    | messages with more than one answer in their session | {twice} | 0 |
    | messages whose answer never went out | {unsent} | 0 |
    | messages whose answer went out more than once (the bot platform offers no idempotency key) | {resent} | counted |
    | model calls | {model.Calls} | |
    """);
if (lost + twice + unsent > 0)
{
    foreach (var n in Enumerable.Range(0, messages).Where(n => tally.Answers.GetValueOrDefault(n) != 1 || !tally.Sends.ContainsKey(n)).Take(20))
        Console.WriteLine($"message {n}: {tally.Answers.GetValueOrDefault(n)} answers, {tally.Sends.GetValueOrDefault(n)} sends");
}

return lost + twice + unsent == 0 ? 0 : 1;
