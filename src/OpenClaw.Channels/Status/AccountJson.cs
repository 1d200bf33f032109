using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Contract;

namespace OpenClaw.Channels.Status;

/// <summary>
/// Summaries and snapshots of accounts in the members and the order that clients know (spec 10 §1.5): one form for channels with a token, one
/// for channels that are linked to a phone. What never happened is null; what does not apply is absent.
/// </summary>
internal static class AccountJson
{
    private const string TokenSource = "tokenSource";
    private const string Mode = "mode";

    /// <summary>An entry of <c>channels</c>.</summary>
    public static JsonObject Summary(AccountFacts facts)
    {
        var summary = new JsonObject();
        var (runtime, state) = (facts.Runtime, facts.Runtime.State);
        if (facts.Link is { } link)
        {
            summary["configured"] = link.IsLinked;
            summary["linked"] = link.IsLinked;
            summary["authAgeMs"] = AgeMs(link);
            summary["self"] = new JsonObject { ["e164"] = link.E164, ["jid"] = link.Jid };
            summary["running"] = runtime.Running;
            summary["connected"] = state.Connected;
            summary["lastConnectedAt"] = state.LastConnectedAt;
            summary["lastDisconnect"] = Lost(state.LastDisconnect);
            summary["reconnectAttempts"] = Attempts(facts);
            summary["lastMessageAt"] = state.LastMessageAt;
            summary["lastEventAt"] = state.LastEventAt;
            summary["lastError"] = runtime.LastError;
            return summary;
        }

        summary["configured"] = facts.Standing.IsConfigured;
        summary[TokenSource] = facts.Own(TokenSource);
        summary["running"] = runtime.Running;
        summary[Mode] = facts.Own(Mode);
        summary["lastStartAt"] = runtime.LastStartAt;
        summary["lastStopAt"] = runtime.LastStopAt;
        summary["lastError"] = runtime.LastError;
        if (facts.Probe is { } probe)
            summary["probe"] = probe.Result.Probe.DeepClone();
        summary["lastProbeAt"] = facts.Probe?.At;
        return summary;
    }

    /// <summary>An entry of <c>channelAccounts</c>.</summary>
    public static JsonObject Snapshot(AccountFacts facts)
    {
        var snapshot = new JsonObject { ["accountId"] = facts.AccountId };
        var (runtime, state) = (facts.Runtime, facts.Runtime.State);
        if (facts.Standing.Name is { } name)
            snapshot["name"] = name;
        snapshot["enabled"] = facts.Standing.IsEnabled;
        if (facts.Link is { } link)
        {
            snapshot["configured"] = true;
            snapshot["linked"] = link.IsLinked;
            snapshot["running"] = runtime.Running;
            snapshot["connected"] = state.Connected;
            snapshot["reconnectAttempts"] = Attempts(facts);
            snapshot["lastConnectedAt"] = state.LastConnectedAt;
            snapshot["lastDisconnect"] = Lost(state.LastDisconnect);
            snapshot["lastMessageAt"] = state.LastMessageAt;
            snapshot["lastEventAt"] = state.LastEventAt;
            snapshot["lastError"] = runtime.LastError;
        }
        else
        {
            snapshot["configured"] = facts.Standing.IsConfigured;
            snapshot[TokenSource] = facts.Own(TokenSource);
            snapshot["running"] = runtime.Running;
            snapshot["lastStartAt"] = runtime.LastStartAt;
            snapshot["lastStopAt"] = runtime.LastStopAt;
            snapshot["lastError"] = runtime.LastError;
            snapshot[Mode] = facts.Own(Mode);
            if (facts.Probe is { } probe)
                snapshot["probe"] = probe.Result.Probe.DeepClone();
            if (facts.Probe?.Result.Audit is { } audit)
                snapshot["audit"] = audit.DeepClone();
        }

        foreach (var (member, value) in facts.Described)
            snapshot.TryAdd(member, value?.DeepClone());
        snapshot["lastInboundAt"] = facts.Activity.LastInboundAt;
        snapshot["lastOutboundAt"] = facts.Activity.LastOutboundAt;
        if (facts.Probe is { } asked)
            snapshot["lastProbeAt"] = asked.At;
        return snapshot;
    }

    /// <summary>Age of the credentials in whole milliseconds.</summary>
    public static long? AgeMs(LinkState link) => link.AuthAge is { } age ? (long)age.TotalMilliseconds : null;

    /// <summary>As the wire types want it.</summary>
    public static JsonElement Element(JsonObject json)
    {
        using var document = JsonDocument.Parse(json.ToJsonString());
        return document.RootElement.Clone();
    }

    private static int Attempts(AccountFacts facts) => Math.Max(facts.Runtime.State.ReconnectAttempts, facts.Runtime.Failures);

    private static JsonObject? Lost(Disconnect? lost)
    {
        if (lost is null)
            return null;
        var json = new JsonObject { ["at"] = lost.At };
        if (lost.Status is { } status)
            json["status"] = status;
        json["error"] = lost.Error;
        json["loggedOut"] = lost.LoggedOut;
        return json;
    }
}
