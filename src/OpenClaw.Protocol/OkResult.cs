namespace OpenClaw.Protocol;

/// <summary>The answer of a method that has nothing to tell but success.</summary>
public sealed record OkResult
{
    /// <summary>Always true, unless the method says what false means.</summary>
    public required bool Ok { get; init; }

    /// <summary>Success.</summary>
    public static OkResult Yes { get; } = new() { Ok = true };
}
