namespace OpenClaw.Channels.Access;

/// <summary>Whose commands work, and who owns the account (spec 10 §3.3, spec 08 §19).</summary>
internal static class CommandRights
{
    /// <summary>True when commands of the sender work. Asked only for those who were let in.</summary>
    public static bool IsAuthorized(AccessQuery query)
    {
        if (IsSelf(query))
            return true;
        if (query.EnforcesOwner && !MayOwn(query))
            return false;
        if (!query.UseAccessGroups)
            return true;
        var entries = query.IsDirect ? AccessControl.DirectEntries(query) : AccessControl.GroupEntries(query);
        return query.ListOf(entries).Match(query.Event.Sender) is not null;
    }

    /// <summary>
    /// True when an entry of the config's <c>allowFrom</c> names the sender. Where it names nobody, those who were paired are the owners:
    /// otherwise the first user of a bot, who paired themselves, could never configure it.
    /// </summary>
    public static bool IsOwner(AccessQuery query)
    {
        if (IsSelf(query))
            return true;
        var named = query.ListOf([.. query.Account.AllowFrom.Where(static entry => entry.Trim() != SenderIds.Wildcard)]);
        return (named.IsEmpty ? query.ListOf(query.Paired) : named).Named(query.Event.Sender) is not null;
    }

    /// <summary>Where commands are the owner's, a list that names somebody excludes the others.</summary>
    private static bool MayOwn(AccessQuery query)
    {
        var list = query.ListOf(query.Account.AllowFrom);
        return list.IsEmpty || list.Match(query.Event.Sender) is not null;
    }

    /// <summary>The phone the account runs on is in the owner's hand.</summary>
    private static bool IsSelf(AccessQuery query) =>
        OwnNumber.Of(query.Event) is { } own && SenderIds.Of(query.Event.Channel, query.Event.Sender).Contains(own);
}
