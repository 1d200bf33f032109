namespace OpenClaw.Agents.Tests.Replies;

/// <summary>Lets other threads run while a test turns its clock.</summary>
internal static class Steps
{
    /// <summary>Repeats until the condition holds.</summary>
    public static async Task UntilAsync(Func<bool> holds)
    {
        for (var i = 0; !holds(); i++)
        {
            Assert.True(i < 5000, "it never happened");
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }
}
