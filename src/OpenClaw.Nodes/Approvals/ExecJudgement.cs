namespace OpenClaw.Nodes.Approvals;

/// <summary>
/// The decision on one command line in one place for one agent. It is taken once and kept: what is run later is what was judged, never
/// the outcome of a second look.
/// </summary>
/// <param name="Verdict">What becomes of it.</param>
/// <param name="Rules">The rules it rests on.</param>
/// <param name="Check">What the allow list says.</param>
/// <param name="Reason">Why it is not simply run; null when it is.</param>
public sealed record ExecJudgement(ExecVerdict Verdict, ExecRules Rules, AllowlistCheck Check, string? Reason)
{
    /// <summary>Judges a command.</summary>
    public static ExecJudgement Of(string line, ExecRules rules, ExecPlace place)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var check = AllowlistCheck.Of(line, rules, place);
        if (rules.Security == ExecSecurity.Deny)
            return new ExecJudgement(ExecVerdict.Refuse, rules, check, "commands are switched off (security=deny)");
        if (rules.Ask == ExecAsk.Always)
            return new ExecJudgement(ExecVerdict.Ask, rules, check, "every command needs an approval (ask=always)");
        if (rules.Security == ExecSecurity.Full || check.IsHit)
            return new ExecJudgement(ExecVerdict.Run, rules, check, null);
        return rules.Ask == ExecAsk.OnMiss
            ? new ExecJudgement(ExecVerdict.Ask, rules, check, check.Problem)
            : new ExecJudgement(ExecVerdict.Refuse, rules, check, $"{check.Problem}, and nobody is asked (ask=off)");
    }

    /// <summary>True when it runs although nobody answered.</summary>
    public bool RunsUnanswered => Rules.AskFallback switch
    {
        ExecSecurity.Full => true,
        ExecSecurity.Allowlist => Check.IsHit,
        _ => false,
    };

    /// <summary>
    /// The line to hand to the shell: with the looked-up paths, so that what runs is what was judged. As it is when nothing was to be judged,
    /// or when a person approved a text that cannot be analysed.
    /// </summary>
    public string LineToRun(string line) =>
        Check.Line.Problem is not null || (Rules.Security == ExecSecurity.Full && Rules.Ask != ExecAsk.Always) ? line : Check.Pinned(line);
}
