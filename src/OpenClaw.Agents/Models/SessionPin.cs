using System.Text.Json.Nodes;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Models;

/// <summary>The credential a session is kept with: chosen by a person, or the one that worked last (spec 08 §15).</summary>
/// <param name="ProfileId">The profile.</param>
/// <param name="IsOfUser">True: a person chose it, so no other one is used.</param>
internal sealed record SessionPin(string ProfileId, bool IsOfUser)
{
    private const string Profile = "authProfileOverride";
    private const string Source = "authProfileOverrideSource";
    private const string Compactions = "authProfileOverrideCompactionCount";

    /// <summary>The pin of a session; null when it has none, or had it before its conversation was compacted.</summary>
    public static SessionPin? Of(StoredSession? session)
    {
        if (session?.Text(Profile) is not { } id)
            return null;
        var source = session.Text(Source) ?? (session.Number(Compactions) is null ? "user" : "auto");
        if (source == "user")
            return new SessionPin(id, IsOfUser: true);
        return session.Number(Compactions) is { } count && count != (session.Number("compactionCount") ?? 0) ? null : new SessionPin(id, IsOfUser: false);
    }

    /// <summary>Pins a session to what worked.</summary>
    public static void Write(JsonObject session, string profileId)
    {
        session[Profile] = profileId;
        session[Source] = "auto";
        session[Compactions] = session["compactionCount"]?.DeepClone() ?? 0;
    }
}
