namespace OpenClaw.Channels.Access;

/// <summary>Who may write, and who may command (spec 10 §3.3). Pure: the same question always has the same answer.</summary>
public static class AccessControl
{
    private const string Pairing = "pairing";
    private const string Open = "open";
    private const string Allowlist = "allowlist";

    /// <summary>Decides about an event: messages, pressed buttons and reactions alike.</summary>
    public static AccessDecision Decide(AccessQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var decision = query.IsDirect ? Direct(query) : Group(query);
        if (decision.Verdict != AccessVerdict.Dropped && query.Event.Kind == "callback" && ButtonScope.Refuses(query))
            return Dropped(AccessReason.ButtonScope);
        return decision.IsAllowed
            ? decision with { CommandAuthorized = CommandRights.IsAuthorized(query), IsOwner = CommandRights.IsOwner(query) }
            : decision;
    }

    private static AccessDecision Direct(AccessQuery query)
    {
        var own = OwnNumber.IsSelfChat(query.Event);
        if (query.Event.FromMe && !own)
            return Dropped(AccessReason.OwnOutgoing);
        var policy = query.Account.DmPolicy;
        if (policy is not (Pairing or Open or Allowlist))
            return Dropped(AccessReason.DisabledPolicy);
        if (own)
            return new AccessDecision(AccessVerdict.Allowed, AccessReason.OwnNumber);
        if (query.ListOf(DirectEntries(query)).Match(query.Event.Sender) is { } entry)
            return Listed(entry);
        return policy switch
        {
            Open => new AccessDecision(AccessVerdict.Allowed, AccessReason.OpenPolicy),
            Pairing => new AccessDecision(AccessVerdict.Pair, AccessReason.NotListed),
            _ => Dropped(AccessReason.NotListed),
        };
    }

    private static AccessDecision Group(AccessQuery query)
    {
        if (!query.Group.Enabled)
            return Dropped(AccessReason.DisabledGroup);
        var policy = query.Account.GroupPolicy;
        if (policy is not (Open or Allowlist))
            return Dropped(AccessReason.DisabledPolicy);
        var list = query.ListOf(GroupEntries(query));
        var entry = list.Match(query.Event.Sender);
        if (entry is null && query.Group.AllowFrom is not null)
            return Dropped(AccessReason.NotInGroupList);
        if (entry is null && policy == Allowlist)
            return Dropped(list.IsEmpty ? AccessReason.EmptyList : AccessReason.NotListed);
        if (!query.Group.IsListed)
            return Dropped(AccessReason.UnknownGroup);
        return entry is null ? new AccessDecision(AccessVerdict.Allowed, AccessReason.OpenPolicy) : Listed(entry);
    }

    /// <summary>Who may write directly, besides the own number.</summary>
    internal static IReadOnlyList<string> DirectEntries(AccessQuery query) => [.. query.Account.AllowFrom, .. query.Paired];

    /// <summary>
    /// Who may write in this group. Pairing lets a person write directly; only where senders are no phone numbers does it let them into
    /// groups too, as the original has it.
    /// </summary>
    internal static IReadOnlyList<string> GroupEntries(AccessQuery query)
    {
        var configured = query.Group.AllowFrom ?? query.Account.GroupAllowFrom ?? query.Account.AllowFrom;
        return SenderIds.ArePhones(query.Event.Channel) ? configured : [.. configured, .. query.Paired];
    }

    private static AccessDecision Listed(string entry) => new(AccessVerdict.Allowed, AccessReason.Listed) { AllowEntry = entry };

    private static AccessDecision Dropped(AccessReason reason) => new(AccessVerdict.Dropped, reason);
}
