using System.Text.Json;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Sidecars;
using OpenClaw.Channels.Targets;

namespace OpenClaw.Channels.WhatsApp;

/// <summary>Titles and members of groups, remembered for five minutes (spec 10 §7.5). One owner at a time.</summary>
internal sealed class WhatsAppGroups(SidecarSession session, string accountId, TimeProvider time)
{
    private const int Most = 200;
    private const int MostMembers = 200;
    private static readonly TimeSpan s_fresh = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, (DateTimeOffset At, string? Title, IReadOnlyList<string> Members)> _known = new(StringComparer.Ordinal);

    /// <summary>The event with what is known of its group; without it when WhatsApp does not say in time.</summary>
    public async Task<InboundEvent> WithAsync(InboundEvent inbound, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (!_known.TryGetValue(inbound.ChatId, out var group) || now - group.At > s_fresh)
        {
            var reply = await session.RequestAsync(
                "group.metadata",
                w =>
                {
                    w.WriteString("accountId"u8, accountId);
                    w.WriteString("chatId"u8, inbound.ChatId);
                },
                s_limit,
                ct).ConfigureAwait(false);
            if (reply.Ok)
                group = (now, reply.Result.Text("subject"), Members(reply.Result));
            else if (group.Members is null)
                return inbound;
            if (_known.Count >= Most)
                _known.Clear();
            _known[inbound.ChatId] = group;
        }

        return inbound with { ChatTitle = group.Title, Members = group.Members };
    }

    private static List<string> Members(JsonElement metadata) => metadata.TryGetProperty("participants", out var list) && list.ValueKind == JsonValueKind.Array
        ? [.. list.EnumerateArray().Take(MostMembers)
            .Select(static member => WhatsAppTargets.JidToE164(member.Text("id")) ?? WhatsAppTargets.JidToE164(member.Text("alt")) ?? member.Text("id")).OfType<string>()]
        : [];
}
