namespace OpenClaw.Cli.Invocation;

/// <summary>What an invalid config file means for a command (spec 04 §1.2).</summary>
internal enum GuardPolicy
{
    /// <summary>The command does not read it, or deals with it itself.</summary>
    Ignore,

    /// <summary>It is reported and the command goes on.</summary>
    Report,

    /// <summary>It is reported and the command does not run.</summary>
    Require,
}
