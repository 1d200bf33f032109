using System.Text.Json;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Models;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Agents.Sessions;

/// <summary>Lists and finds sessions (spec 02 §6).</summary>
public sealed class SessionList(SessionStore store, ModelSelection selection)
{
    private const string SeveralStores = "(multiple)";

    /// <summary><c>sessions.list</c>.</summary>
    public SessionsListResult Query(SessionsListParams query)
    {
        var now = store.Time.GetUtcNow().ToUnixTimeMilliseconds();
        var matches = All(query.AgentId)
            .Where(pair => IsVisible(pair.Key, query.IncludeGlobal == true, query.IncludeUnknown == true))
            .Where(pair => Matches(pair.Key, pair.Entry, query, now))
            .OrderByDescending(static pair => pair.Entry.UpdatedAt ?? 0)
            .ThenBy(static pair => pair.Key, StringComparer.Ordinal)
            .Take((int)Math.Min(query.Limit ?? int.MaxValue, int.MaxValue))
            .Select(pair => Row(pair.Key, pair.Entry, query.IncludeDerivedTitles == true, query.IncludeLastMessage == true))
            .ToList();
        var model = selection.DefaultInfo(store.Agents.DefaultId);
        return new SessionsListResult
        {
            Ts = now,
            Path = store.Agents.SessionPaths.PerAgent ? SeveralStores : store.Agents.SessionPaths.Store(store.Agents.DefaultId),
            Count = matches.Count,
            Defaults = new SessionDefaults
            {
                ModelProvider = model?.Ref.Provider,
                Model = model?.Ref.Id,
                ContextTokens = model is null ? null : selection.ContextTokens(model),
            },
            Sessions = matches,
        };
    }

    /// <summary><c>sessions.resolve</c>: the canonical key, or why there is none.</summary>
    public (string? Key, string? Problem) Resolve(SessionsResolveParams query)
    {
        var named = new[] { query.Key, query.SessionId, query.Label }.Count(static text => !string.IsNullOrWhiteSpace(text));
        if (named == 0)
            return (null, "Either key, sessionId, or label is required");
        if (named > 1)
            return (null, "Provide either key, sessionId, or label (not multiple)");
        if (!string.IsNullOrWhiteSpace(query.Key))
        {
            var key = store.Canonical(query.Key);
            return store.Find(key) is null ? (null, $"No session found: {query.Key.Trim()}") : (key, null);
        }

        var candidates = All(query.AgentId)
            .Where(pair => IsVisible(pair.Key, query.IncludeGlobal == true, query.IncludeUnknown == true))
            .Where(pair => query.SpawnedBy is null || pair.Entry.SpawnedBy == query.SpawnedBy);
        var (what, name, hits) = !string.IsNullOrWhiteSpace(query.Label)
            ? ("with label", query.Label.Trim(), candidates.Where(pair => pair.Entry.Label == query.Label.Trim()))
            : ("for sessionId", query.SessionId!.Trim(), candidates.Where(pair => pair.Entry.SessionId == query.SessionId.Trim() || pair.Key == query.SessionId.Trim()));
        var keys = hits.Select(static pair => pair.Key).Order(StringComparer.Ordinal).ToList();
        return keys.Count switch
        {
            1 => (keys[0], null),
            0 => (null, what == "with label" ? $"No session found with label: {name}" : $"No session found: {name}"),
            _ => (null, $"Multiple sessions found {what}: {name} ({string.Join(", ", keys)})"),
        };
    }

    /// <summary>All sessions, or those of one agent.</summary>
    public IEnumerable<(string Key, StoredSession Entry)> All(string? agentId = null)
    {
        var wanted = agentId is null ? null : AgentIds.Normalize(agentId);
        var ids = store.Agents.Ids().Concat(store.Agents.SessionPaths.KnownAgents());
        var paths = ids.Where(id => wanted is null || id == wanted || !store.Agents.SessionPaths.PerAgent)
            .DistinctBy(store.Agents.SessionPaths.Store, StringComparer.Ordinal);
        return paths.SelectMany(store.Entries)
            .Where(pair => wanted is null || store.AgentOf(pair.Key) == wanted)
            .Select(static pair => (pair.Key, pair.Value));
    }

    /// <summary>What a session is called, without looking into its transcript.</summary>
    public static string? DisplayName(StoredSession entry) =>
        entry.Text("displayName") ?? GroupName(entry) ?? entry.Label
        ?? (entry.Member("origin") is { ValueKind: JsonValueKind.Object } origin ? new StoredSession(origin).Label : null);

    /// <summary><c>global</c>, <c>unknown</c>, <c>group</c> or <c>direct</c>.</summary>
    public static string Kind(string key, StoredSession entry) =>
        key is SessionKeys.Global or SessionKeys.Unknown ? key
        : entry.Text("chatType") is "group" or "channel" || SessionKeys.LooksLikeGroup(key) ? "group"
        : "direct";

    private SessionRow Row(string key, StoredSession entry, bool withTitle, bool withLast) => new()
    {
        Key = key,
        Kind = Kind(key, entry),
        Label = entry.Label,
        DisplayName = DisplayName(entry),
        Channel = entry.Text("channel"),
        Subject = entry.Text("subject"),
        GroupChannel = entry.Text("groupChannel"),
        Space = entry.Text("space"),
        ChatType = entry.Text("chatType"),
        Origin = Read(entry.Member("origin"), ProtocolJson.Default.SessionOrigin),
        UpdatedAt = entry.UpdatedAt,
        SessionId = entry.SessionId,
        SystemSent = entry.Flag("systemSent"),
        AbortedLastRun = entry.Flag("abortedLastRun"),
        ThinkingLevel = entry.Text("thinkingLevel"),
        VerboseLevel = entry.Text("verboseLevel"),
        ReasoningLevel = entry.Text("reasoningLevel"),
        ElevatedLevel = entry.Text("elevatedLevel"),
        SendPolicy = entry.Text("sendPolicy"),
        InputTokens = entry.Number("inputTokens"),
        OutputTokens = entry.Number("outputTokens"),
        TotalTokens = entry.Number("totalTokens"),
        ResponseUsage = entry.Text("responseUsage"),
        ModelProvider = entry.Text("modelProvider"),
        Model = entry.Text("model"),
        ContextTokens = entry.Number("contextTokens"),
        DeliveryContext = Read(entry.Member("deliveryContext"), ProtocolJson.Default.DeliveryContext),
        LastChannel = entry.Text("lastChannel"),
        LastTo = entry.Text("lastTo"),
        LastAccountId = entry.Text("lastAccountId"),
        DerivedTitle = withTitle ? SessionTitles.Title(entry, store.Transcript(key, entry)?.FilePath) : null,
        LastMessagePreview = withLast ? SessionTitles.LastMessage(store.Transcript(key, entry)?.FilePath) : null,
    };

    private static bool Matches(string key, StoredSession entry, SessionsListParams query, long now)
    {
        if (query.Label is { } label && entry.Label != label.Trim())
            return false;
        if (query.SpawnedBy is { } parent && entry.SpawnedBy != parent)
            return false;
        if (query.ActiveMinutes is { } minutes && (entry.UpdatedAt ?? 0) < now - (minutes * 60_000))
            return false;
        if (query.Search?.Trim() is not { Length: > 0 } search)
            return true;
        return new[] { DisplayName(entry), entry.Label, entry.Text("subject"), entry.SessionId, key }
            .Any(text => text?.Contains(search, StringComparison.OrdinalIgnoreCase) == true);
    }

    private static bool IsVisible(string key, bool global, bool unknown) => key switch
    {
        SessionKeys.Global => global,
        SessionKeys.Unknown => unknown,
        _ => true,
    };

    private static string? GroupName(StoredSession entry)
    {
        if (entry.Text("chatType") is not ("group" or "channel") || entry.Text("channel") is not { } channel)
            return null;
        var subject = entry.Text("groupChannel") ?? entry.Text("subject") ?? entry.Text("groupId");
        return subject is null ? null : $"{channel}:{GroupToken(subject)}";
    }

    private static string GroupToken(string name)
    {
        var token = string.Concat(name.ToLowerInvariant().Replace(' ', '-').Where(static c => char.IsAsciiLetterOrDigit(c) || "#@._+-".Contains(c)));
        if (token.Length == 0 || token[0] is '@' or '#')
            return token;
        return "g-" + (token.Length > 14 && token.All(static c => char.IsAsciiDigit(c) || c is '-' or '@' or '.') ? $"{token[..6]}…{token[^4..]}" : token);
    }

    private static T? Read<T>(JsonElement? element, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) where T : class
    {
        if (element is not { ValueKind: JsonValueKind.Object } value)
            return null;
        try
        {
            return value.Deserialize(type);
        }
        catch (JsonException)
        {
            // Written by another program in another shape: one odd entry must not hide the list.
            return null;
        }
    }
}
