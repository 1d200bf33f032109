using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Outbound;
using OpenClaw.Configuration;

namespace OpenClaw.Channels.Supervision;

/// <summary>Why an account cannot send now, as a failure with the right code (spec 10 §5.10): account, cause and fix.</summary>
internal static class Availability
{
    public static SendFault? Of(IChannel channel, string accountId, AccountSupervisor? supervisor, ConfigSnapshot config, TimeProvider time)
    {
        if (supervisor?.Account is { IsReady: true })
            return null;
        var (label, id) = (channel.Description.Label, channel.Description.Id);
        var standing = channel.Standing(config, accountId);
        if (!standing.IsEnabled)
            return new SendFault(SendFaultKind.Refused, $"{label} account {accountId} is switched off in the config (channels.{id}).");
        if (channel is ILinkableChannel linkable && linkable.Link(config, accountId) is { IsLinked: false } link)
            return new SendFault(SendFaultKind.NotLinked, NotLinked(label, id, accountId, link.Problem));
        if (!standing.IsConfigured)
        {
            return new SendFault(
                SendFaultKind.NotLinked, $"{label} account {accountId} has no credentials: {standing.Problem ?? "not configured"}. Add them with: openclaw channels add --channel {id}.");
        }

        var runtime = supervisor?.Runtime ?? new AccountRuntime();
        var cause = runtime.LastError is { } error ? $": {error}" : "";
        if (runtime is { NeedsHelp: true, NextStartAt: null })
            return new SendFault(SendFaultKind.Refused, $"{label} account {accountId} is stopped{cause}");
        var next = runtime.State.NextAttemptAt ?? runtime.NextStartAt;
        var wait = next is { } at ? TimeSpan.FromMilliseconds(Math.Max(0, at - time.GetUtcNow().ToUnixTimeMilliseconds())) : (TimeSpan?)null;
        return new SendFault(SendFaultKind.NotConnected, $"{label} account {accountId} is not connected{cause}", wait);
    }

    private static string NotLinked(string label, string id, string accountId, string? problem) =>
        $"{label} account {accountId} is not linked{(problem is null ? "" : $" ({problem})")}. Link it with: openclaw channels login --channel {id} --account {accountId}.";
}
