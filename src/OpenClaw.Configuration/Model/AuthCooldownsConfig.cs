namespace OpenClaw.Configuration.Model;

/// <summary><c>auth.cooldowns</c>.</summary>
public sealed record AuthCooldownsConfig
{
    /// <summary>First rest of an account that cannot pay; it doubles with each failure.</summary>
    public double BillingBackoffHours { get; init; } = 5;

    /// <summary>The same for single providers.</summary>
    public IReadOnlyDictionary<string, double> BillingBackoffHoursByProvider { get; init; } = new Dictionary<string, double>();

    /// <summary>Longest such rest.</summary>
    public double BillingMaxHours { get; init; } = 24;

    /// <summary>Failures older than this are forgotten.</summary>
    public double FailureWindowHours { get; init; } = 24;

    private static AuthCooldownsConfig Defaults { get; } = new();

    internal static AuthCooldownsConfig Read(ConfigNode node)
    {
        var byProvider = node.Section("billingBackoffHoursByProvider");
        return new AuthCooldownsConfig
        {
            BillingBackoffHours = Positive(node.Number("billingBackoffHours")) ?? Defaults.BillingBackoffHours,
            BillingBackoffHoursByProvider = (byProvider.Object ?? []).Select(pair => (pair.Key, Hours: Positive(byProvider.Number(pair.Key))))
                .Where(static pair => pair.Hours is not null).ToDictionary(static pair => pair.Key, static pair => pair.Hours!.Value, StringComparer.Ordinal),
            BillingMaxHours = Positive(node.Number("billingMaxHours")) ?? Defaults.BillingMaxHours,
            FailureWindowHours = Positive(node.Number("failureWindowHours")) ?? Defaults.FailureWindowHours,
        };
    }

    private static double? Positive(double? number) => number is > 0 ? number : null;
}
