using System.Globalization;
using System.Text.Json;
using OpenClaw.Agents.Usage;
using OpenClaw.Protocol.Usage;

namespace OpenClaw.Gateway.ControlPlane.Methods;

/// <summary><c>usage.*</c> (spec 02 §2).</summary>
internal sealed class UsageMethodHandlers(UsageCosts costs, ProviderAllowances allowances)
{
    public void Register(MethodTable table)
    {
        table.Add(UsageMethods.Status, (_, _, _) => ValueTask.FromResult<Reply<UsageStatusResult>>(allowances.Status()));

        // Years of transcripts take a while to read: not on the connection's own thread.
        table.Add(UsageMethods.Cost, async (_, parameters, ct) => await Task.Run(() => costs.Of(Days(parameters.Days)), ct).ConfigureAwait(false));
    }

    private static int Days(JsonElement? value)
    {
        double? number = value switch
        {
            { ValueKind: JsonValueKind.Number } element => element.GetDouble(),
            { ValueKind: JsonValueKind.String } element when double.TryParse(element.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) => parsed,
            _ => null,
        };
        return number is { } days && double.IsFinite(days) ? (int)Math.Clamp(Math.Floor(days), 1, int.MaxValue) : UsageCosts.DefaultDays;
    }
}
