using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Stored conversations: list, look into, change, reset, delete (spec 02 §6).</summary>
public static class SessionsMethods
{
    /// <summary><c>sessions.list</c></summary>
    public static MethodDefinition<SessionsListParams, SessionsListResult> List { get; } = new(
        "sessions.list",
        MethodScope.Read,
        static () => ProtocolJson.Default.SessionsListParams,
        static () => ProtocolJson.Default.SessionsListResult)
    {
        Summary = "Lists sessions, newest first.",
    };

    /// <summary><c>sessions.preview</c></summary>
    public static MethodDefinition<SessionsPreviewParams, SessionsPreviewResult> Preview { get; } = new(
        "sessions.preview",
        MethodScope.Read,
        static () => ProtocolJson.Default.SessionsPreviewParams,
        static () => ProtocolJson.Default.SessionsPreviewResult)
    {
        Summary = "Returns the last messages of several sessions, shortened.",
    };

    /// <summary><c>sessions.resolve</c></summary>
    public static MethodDefinition<SessionsResolveParams, SessionsResolveResult> Resolve { get; } = new(
        "sessions.resolve",
        MethodScope.Admin,
        static () => ProtocolJson.Default.SessionsResolveParams,
        static () => ProtocolJson.Default.SessionsResolveResult)
    {
        Advertised = false,
        Summary = "Finds the canonical key of a session by key, session id or label.",
    };

    /// <summary><c>sessions.patch</c></summary>
    public static MethodDefinition<SessionsPatchParams, SessionsPatchResult> Patch { get; } = new(
        "sessions.patch",
        MethodScope.Admin,
        static () => ProtocolJson.Default.SessionsPatchParams,
        static () => ProtocolJson.Default.SessionsPatchResult)
    {
        Summary = "Changes settings of a session; creates it when missing.",
    };

    /// <summary><c>sessions.reset</c></summary>
    public static MethodDefinition<SessionsResetParams, SessionsResetResult> Reset { get; } = new(
        "sessions.reset",
        MethodScope.Admin,
        static () => ProtocolJson.Default.SessionsResetParams,
        static () => ProtocolJson.Default.SessionsResetResult)
    {
        Summary = "Starts a new transcript under the same key and keeps the preferences.",
    };

    /// <summary><c>sessions.delete</c></summary>
    public static MethodDefinition<SessionsDeleteParams, SessionsDeleteResult> Delete { get; } = new(
        "sessions.delete",
        MethodScope.Admin,
        static () => ProtocolJson.Default.SessionsDeleteParams,
        static () => ProtocolJson.Default.SessionsDeleteResult)
    {
        Summary = "Deletes a session and puts its transcript aside.",
    };

    /// <summary><c>sessions.compact</c></summary>
    public static MethodDefinition<SessionsCompactParams, SessionsCompactResult> Compact { get; } = new(
        "sessions.compact",
        MethodScope.Admin,
        static () => ProtocolJson.Default.SessionsCompactParams,
        static () => ProtocolJson.Default.SessionsCompactResult)
    {
        Summary = "Keeps only the last lines of a transcript.",
    };

    /// <summary>All of the family, in the order of the specification.</summary>
    public static IReadOnlyList<MethodDefinition> All { get; } = [List, Preview, Resolve, Patch, Reset, Delete, Compact];
}
