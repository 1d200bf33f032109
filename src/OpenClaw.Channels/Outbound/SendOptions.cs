namespace OpenClaw.Channels.Outbound;

/// <summary>How a send is treated when it cannot go out at once.</summary>
/// <param name="FailFast">True: when the account is not reached now it fails at once and nothing is kept (<c>send</c>, spec 00 D1); false: it waits (answers).</param>
/// <param name="Lifetime">How long it is worth sending.</param>
public sealed record SendOptions(bool FailFast, TimeSpan Lifetime)
{
    /// <summary>A send that somebody waits for.</summary>
    public static SendOptions Direct { get; } = new(true, TimeSpan.FromMinutes(5));

    /// <summary>An answer: worth sending for a day.</summary>
    public static SendOptions Answer { get; } = new(false, TimeSpan.FromHours(24));
}
