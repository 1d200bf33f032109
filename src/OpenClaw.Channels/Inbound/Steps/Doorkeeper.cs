using System.Security.Cryptography;
using System.Text;
using OpenClaw.Channels.Access;
using OpenClaw.Channels.Inbound.Lines;
using OpenClaw.Channels.Pairing;
using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Model.Channels;

namespace OpenClaw.Channels.Inbound.Steps;

/// <summary>Decides with every event who may write, by the config and the pairing store of this moment, and gives unknown people their code (spec 10 §3.3, §4).</summary>
internal sealed class Doorkeeper(IntakeParts parts, InboundEnds ends)
{
    // Older messages wait at the service from before we were there; their writers do not expect an answer now.
    private static readonly TimeSpan s_beforeUs = TimeSpan.FromSeconds(30);

    /// <summary>The event with what its sender may do; null when it has ended here.</summary>
    public async Task<AdmittedRow?> AdmitAsync(InboundRow row, OpenClawConfig config, ChannelAccountConfig account, bool enforcesOwner, CancellationToken ct)
    {
        var decision = Decide(new AccessQuery
        {
            Event = row.Event,
            Account = account,
            UseAccessGroups = config.Commands.UseAccessGroups,
            EnforcesOwner = enforcesOwner,
        });
        if (decision.IsAllowed)
            return new AdmittedRow(row, decision);
        InboundLog.NotLetIn(parts.Logger, row.Id, row.Event.Channel, row.Event.AccountId, decision.Reason);
        if (decision.Verdict == AccessVerdict.Pair && row.Event.Kind != "reaction")
            await PairAsync(row, ct).ConfigureAwait(false);
        else
            await ends.EndAsync([row.Id], row.Event, "denied", ct).ConfigureAwait(false);
        return null;
    }

    /// <summary>When the list of those who were paired cannot be read, those whom the config names need not wait for it to be mended.</summary>
    private AccessDecision Decide(AccessQuery query)
    {
        try
        {
            return AccessControl.Decide(query with { Paired = parts.Pairing.Allowed(query.Event.Channel) });
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            var decision = AccessControl.Decide(query);
            if (decision.IsAllowed || query.Event.Kind == "reaction")
                return decision;
            throw;
        }
    }

    private async Task PairAsync(InboundRow row, CancellationToken ct)
    {
        var inbound = row.Event;
        if (SenderIds.Normalize(inbound.Channel, inbound.Sender.Id) is not { } id || IsFromBeforeUs(row))
        {
            await ends.EndAsync([row.Id], inbound, "unknown sender", ct).ConfigureAwait(false);
            return;
        }

        var outcome = await parts.Pairing.RequestAsync(inbound.Channel, id, Meta(inbound), ct).ConfigureAwait(false);

        // Also when this event made the request before its entry could be ended: the key of the answer keeps it from being sent twice.
        if (outcome.Request is not { } request || !(outcome.IsNew || request.CreatedAt.ToUnixTimeMilliseconds() >= row.ReceivedAt))
        {
            await ends.EndAsync([row.Id], inbound, outcome.Request is null ? "too many wait for a pairing" : "waits for a pairing", ct).ConfigureAwait(false);
            return;
        }

        await ends.AnswerAsync(
            [row.Id], inbound, "pairing", PairingReply.Text(inbound.Channel, request), Key(inbound.Channel, request), PairingStore.Lifetime, null, ct).ConfigureAwait(false);
        InboundLog.Paired(parts.Logger, inbound.Channel, inbound.AccountId);
    }

    private bool IsFromBeforeUs(InboundRow row)
    {
        if (!SenderIds.ArePhones(row.Event.Channel) || row.Event.Timestamp <= 0)
            return false;
        var connected = parts.Accounts.Running(row.Event.Channel, row.Event.AccountId)?.State.LastConnectedAt ?? row.ReceivedAt;
        return row.Event.Timestamp < Math.Min(connected, row.ReceivedAt) - s_beforeUs.TotalMilliseconds;
    }

    private static Dictionary<string, string?> Meta(InboundEvent inbound) => SenderIds.ArePhones(inbound.Channel)
        ? new() { ["name"] = inbound.Sender.Name }
        : new() { ["username"] = inbound.Sender.Username, ["firstName"] = inbound.Sender.FirstName ?? inbound.Sender.Name, ["lastName"] = inbound.Sender.LastName };

    /// <summary>A code is for its owner's eyes; the journal's keys are for operators'.</summary>
    private static string Key(string channel, PairingRequest request) =>
        $"pairing:{channel}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Code}|{request.Id}")))[..16]}";
}
