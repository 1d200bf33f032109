namespace OpenClaw.Gateway.Tests.Support;

/// <summary>Waits for something that no event tells of.</summary>
internal static class Until
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    /// <summary>Completes when it holds; fails when it does not within 20 seconds.</summary>
    public static async Task HoldsAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(s_limit);
        while (!await condition())
            await Task.Delay(10, limit.Token);
    }
}
