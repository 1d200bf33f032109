namespace OpenClaw.Channels.Inbound.Gating;

/// <summary>Which messages of a group are answered (spec 10 §3.2 step 11, §3.4). Pure.</summary>
public static class GroupGate
{
    /// <summary>Decides. Direct chats are always answered.</summary>
    public static GateDecision Decide(GateQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Event.ChatType == "direct")
            return new GateDecision(GateVerdict.Answer, WasMentioned: true, NeedsMention: false);
        var needed = query.Activation switch
        {
            "always" => false,
            "mention" => true,
            _ => query.Group.RequireMention,
        } && query.Mention.IsDetectable;

        // The owner's switch: what others say to it is talk, and talk is context.
        if (query is { EnforcesOwner: true, IsActivation: true, Access.IsOwner: false })
            return new GateDecision(GateVerdict.Record, query.Mention.IsMeant, needed);
        if (query is { IsCommand: true, Access.CommandAuthorized: false })
            return new GateDecision(GateVerdict.Drop, query.Mention.IsMeant, needed);
        var meant = query.Mention.IsMeant || IsOurCommand(query);
        return new GateDecision(meant || !needed ? GateVerdict.Answer : GateVerdict.Record, meant, needed);
    }

    /// <summary>A command needs no mention, unless it mentions somebody else.</summary>
    private static bool IsOurCommand(GateQuery query) =>
        query.IsCommand && !query.Event.Mentions.Any && (!query.EnforcesOwner || query.Access.IsOwner);
}
