using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Remote;
using OpenClaw.Cli.Terminal;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Usage;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw gateway usage-cost</c> (spec 04 §3.4): what models have cost, as the transcripts say.</summary>
internal static class GatewayUsageCostCommand
{
    private const int DefaultDays = 30;

    public static Command Build(CliContext context)
    {
        var command = new Command("usage-cost", "Show the tokens and the cost of the last days, as the transcripts say.");
        var days = new Option<string?>("--days") { Description = "How many days, today included (default 30)", HelpName = "days" };
        command.Options.Add(days);
        var remote = RemoteOptions.AddTo(command, expectFinal: true);
        command.SetAction((parsed, ct) => RunAsync(context, remote.Read(parsed), parsed.GetValue(days), ct));
        return command;
    }

    private static Task<int> RunAsync(CliContext context, RemoteChoice choice, string? days, CancellationToken cancellationToken)
    {
        var wanted = int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : DefaultDays;
        return GatewayVerb.RunAsync(
            context,
            choice,
            async (client, ct) =>
            {
                var payload = await client.RequestAsync("usage.cost", Encoding.UTF8.GetBytes($"{{\"days\":{wanted}}}"), cancellationToken: ct).ConfigureAwait(false);
                if (choice.Json)
                    context.Screen.Line(JsonText.Pretty(payload));
                else
                    Write(context.Screen, payload.Deserialize(ProtocolJson.Default.UsageCostResult)!);
                return ExitCodes.Success;
            },
            GuardPolicy.Report,
            cancellationToken: cancellationToken);
    }

    private static void Write(Screen screen, UsageCostResult result)
    {
        screen.Line(screen.Bold($"Usage cost ({result.Days} days)"));
        screen.Line($"Total: {Money(result.Totals)} · {Tokens(result.Totals)}");
        if (result.Totals.MissingCostEntries > 0)
            screen.Line($"Missing entries: {result.Totals.MissingCostEntries} (models without a known price)");
        if (result.Daily.Count > 0)
            screen.Line($"Latest day: {result.Daily[^1].Date} · {Money(result.Daily[^1])} · {Tokens(result.Daily[^1])}");
    }

    /// <summary>Small sums with the digits that matter.</summary>
    private static string Money(UsageTotals totals) =>
        "$" + totals.TotalCost.ToString(totals.TotalCost < 1 ? "0.0000" : "0.00", CultureInfo.InvariantCulture);

    private static string Tokens(UsageTotals totals) => string.Create(CultureInfo.InvariantCulture, $"{totals.TotalTokens} tokens");
}
