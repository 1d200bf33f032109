using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Sessions;
using OpenClaw.Configuration.Model;
using OpenClaw.Gateway.ControlPlane.Approvals;

namespace OpenClaw.Gateway.Tools.Execution;

/// <summary>Tells chats of commands that wait for approval, and how each question ended (<c>approvals.exec</c>, spec 09 §3.3).</summary>
internal sealed class ApprovalForwarding(AgentDirectory agents, SessionStore sessions, IDelivery delivery, ILogger logger) : IAsyncDisposable
{
    private const int MaxCommand = 1500;

    private readonly ConcurrentDictionary<string, Task> _sending = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>A question was asked.</summary>
    public void Opened(PendingApproval pending)
    {
        var config = agents.Config.ApprovalForwarding;
        if (!config.Enabled || !Concerns(config, pending))
            return;
        var targets = Targets(config, pending).Distinct().ToList();
        if (targets.Count > 0)
            _sending[pending.Id] = FollowAsync(targets, pending);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_sending.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private static bool Concerns(ApprovalForwardingConfig config, PendingApproval pending)
    {
        var (agent, session) = (pending.Subject.AgentId ?? string.Empty, pending.Subject.SessionKey ?? string.Empty);
        return (config.AgentFilter.Count == 0 || config.AgentFilter.Contains(agent, StringComparer.OrdinalIgnoreCase))
            && (config.SessionFilter.Count == 0 || config.SessionFilter.Any(part => session.Contains(part, StringComparison.OrdinalIgnoreCase)));
    }

    private IEnumerable<DeliveryTarget> Targets(ApprovalForwardingConfig config, PendingApproval pending)
    {
        if (config.Mode is "session" or "both" && pending.Subject.SessionKey is { } key && sessions.Find(key) is { } session
            && session.Text("lastChannel") is { } channel && session.Text("lastTo") is { } to)
            yield return new DeliveryTarget(channel, to, session.Text("lastAccountId"), session.Text("lastThreadId"));
        if (config.Mode is not ("targets" or "both"))
            yield break;
        foreach (var target in config.Targets.Where(static target => target.Channel.Length > 0 && target.To.Length > 0))
            yield return new DeliveryTarget(target.Channel, target.To, target.AccountId, target.ThreadId);
    }

    private async Task FollowAsync(List<DeliveryTarget> targets, PendingApproval pending)
    {
        try
        {
            await Task.Yield();
            await SendAsync(targets, pending, Question(pending)).ConfigureAwait(false);
            var outcome = await pending.Outcome.WaitAsync(_stop.Token).ConfigureAwait(false);
            if (!outcome.Dropped)
                await SendAsync(targets, pending, Answer(pending, outcome)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The gateway stops; so does the question.
            return;
        }
        finally
        {
            _sending.TryRemove(pending.Id, out _);
        }
    }

    private async Task SendAsync(List<DeliveryTarget> targets, PendingApproval pending, string text)
    {
        foreach (var target in targets)
        {
            var receipt = delivery.CanSend(target.Channel)
                ? await delivery.SendAsync(target, new ReplyPayload { Text = text }, null, _stop.Token).ConfigureAwait(false)
                : new DeliveryReceipt(Ok: false, Error: "the channel is not configured");
            if (!receipt.Ok)
                ExecLog.NotForwarded(logger, pending.Id, target.Channel, receipt.Error ?? "unknown");
        }
    }

    private static string Question(PendingApproval pending)
    {
        var command = Visible(pending.Subject.Command);
        var seconds = (pending.ExpiresAtMs - pending.CreatedAtMs) / 1000;
        return string.Join('\n', new[]
        {
            $"Approval needed ({pending.Slug})",
            $"Command: {(command.Length > MaxCommand ? command[..MaxCommand] + "…" : command)}",
            pending.Subject.Cwd is { } folder ? $"Folder: {folder}" : null,
            pending.Subject.AgentId is { } agent ? $"Agent: {agent}" : null,
            string.Create(CultureInfo.InvariantCulture, $"Expires in {seconds} s. Answer with /approve {pending.Slug} allow-once, allow-always or deny"),
        }.Where(static line => line is not null));
    }

    /// <summary>Characters that could make a line look like another one are shown by number.</summary>
    private static string Visible(string command) => string.Concat(command.Select(static c =>
        c != '\n' && (char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator)
            ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")
            : c.ToString()));

    private static string Answer(PendingApproval pending, ApprovalOutcome outcome) => outcome.Decision is { } decision
        ? $"Approval {pending.Slug}: {decision}{(outcome.By is { } by ? $" by {by}" : string.Empty)}"
        : $"Approval {pending.Slug} expired";
}
