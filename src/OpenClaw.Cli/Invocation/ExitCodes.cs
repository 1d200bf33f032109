namespace OpenClaw.Cli.Invocation;

/// <summary>What the program returns (spec 04 §1.4, spec 13 §3).</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>Any error, a refused start, an unreachable gateway, wrong usage.</summary>
    public const int Failure = 1;

    /// <summary>Profile flags that cannot be used.</summary>
    public const int ProfileMisuse = 2;

    /// <summary>Port or lock taken: trying again later can help (EX_TEMPFAIL).</summary>
    public const int Taken = 75;

    /// <summary>The configuration is invalid: only an edit can help (EX_CONFIG).</summary>
    public const int Configuration = 78;
}
