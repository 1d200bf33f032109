namespace OpenClaw.Bench.Agent;

internal static class Percentile
{
    public static double Of(IReadOnlyList<double> values, int percent)
    {
        double[] sorted = [.. values.Order()];
        return sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)];
    }
}
