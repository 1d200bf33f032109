namespace OpenClaw.Bench.Startup;

internal static class Median
{
    public static double Of(int runs, Func<double> measure)
    {
        measure(); // the first one fills the page cache
        return Of([.. Enumerable.Range(0, runs).Select(_ => measure())]);
    }

    public static async Task<double> OfAsync(int runs, Func<Task<double>> measure)
    {
        await measure();
        var values = new double[runs];
        for (var i = 0; i < runs; i++)
            values[i] = await measure();
        return Of(values);
    }

    private static double Of(double[] values)
    {
        Array.Sort(values);
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }
}
