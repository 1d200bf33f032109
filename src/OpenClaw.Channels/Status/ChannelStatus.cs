using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Supervision;
using OpenClaw.Configuration;
using OpenClaw.Protocol.Channels;
using OpenClaw.Protocol.Health;

namespace OpenClaw.Channels.Status;

/// <summary>How the loaded channels are, from config, files, supervision and what their services say (spec 10 §1.5, spec 02 §2 and §3).</summary>
/// <param name="supervision">Which accounts there are and how they run.</param>
/// <param name="config">The config in force.</param>
/// <param name="time">Clock.</param>
public sealed class ChannelStatus(ChannelSupervision supervision, Func<ConfigSnapshot> config, TimeProvider time) : IChannelStatusSource
{
    private static readonly TimeSpan s_healthTimeout = TimeSpan.FromSeconds(10);

    private readonly ChannelProbes _probes = new(supervision, time);

    /// <inheritdoc/>
    public IReadOnlyList<string> Loaded => [.. supervision.Channels.Select(static channel => channel.Description.Id)];

    /// <inheritdoc/>
    public async ValueTask<ChannelsStatusResult> GetStatusAsync(bool probe, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var ts = time.GetUtcNow().ToUnixTimeMilliseconds();
        var (channels, snapshot) = (supervision.Channels, config());
        var summaries = new Dictionary<string, JsonElement>();
        var accounts = new Dictionary<string, IReadOnlyList<JsonElement>>();
        foreach (var channel in channels)
        {
            var all = new List<AccountFacts>();
            foreach (var id in channel.AccountIds(snapshot))
            {
                var answer = probe && channel.Standing(snapshot, id).CanStart
                    ? await _probes.AskAsync(channel, id, timeout, cancellationToken).ConfigureAwait(false)
                    : null;
                all.Add(FactsOf(channel, id, snapshot, answer));
            }

            summaries[channel.Description.Id] = AccountJson.Element(AccountJson.Summary(DefaultOf(channel, all, snapshot)));
            accounts[channel.Description.Id] = [.. all.Select(static facts => AccountJson.Element(AccountJson.Snapshot(facts)))];
        }

        Dictionary<string, string> Each(Func<IChannel, string> text) => channels.ToDictionary(static c => c.Description.Id, text);
        return new ChannelsStatusResult
        {
            Ts = ts,
            ChannelOrder = [.. channels.Select(static c => c.Description.Id)],
            ChannelLabels = Each(static c => c.Description.Label),
            ChannelDetailLabels = Each(static c => c.Description.DetailLabel),
            ChannelSystemImages = Each(static c => c.Description.SystemImage),
            ChannelMeta =
            [
                .. channels.Select(static c => new ChannelMeta
                {
                    Id = c.Description.Id,
                    Label = c.Description.Label,
                    DetailLabel = c.Description.DetailLabel,
                    SystemImage = c.Description.SystemImage,
                }),
            ],
            Channels = summaries,
            ChannelAccounts = accounts,
            ChannelDefaultAccountId = Each(c => c.DefaultAccountId(snapshot)),
        };
    }

    /// <inheritdoc/>
    public async ValueTask<ChannelHealth> GetHealthAsync(bool probe, CancellationToken cancellationToken)
    {
        var (channels, snapshot) = (supervision.Channels, config());
        var summaries = new Dictionary<string, JsonElement>();
        var lines = new List<string>();
        LinkChannel? link = null;
        foreach (var channel in channels)
        {
            var all = new List<AccountFacts>();
            foreach (var id in channel.AccountIds(snapshot))
            {
                if (probe && channel.Standing(snapshot, id).CanStart)
                    await _probes.RefreshAsync(channel, id, s_healthTimeout, cancellationToken).ConfigureAwait(false);
                all.Add(FactsOf(channel, id, snapshot, _probes.Last(channel, id)));
            }

            var standard = DefaultOf(channel, all, snapshot);
            summaries[channel.Description.Id] = AccountJson.Element(HealthOf(standard, all));
            lines.AddRange(ChannelLines.Of(channel.Description, standard, all));
            link ??= standard.Link is not { } state ? null : new LinkChannel
            {
                Id = channel.Description.Id,
                Label = channel.Description.Label,
                Linked = state.IsLinked,
                AuthAgeMs = AccountJson.AgeMs(state),
            };
        }

        return new ChannelHealth
        {
            Summaries = summaries,
            Order = [.. channels.Select(static c => c.Description.Id)],
            Labels = channels.ToDictionary(static c => c.Description.Id, static c => c.Description.Label),
            Link = link,
            Lines = lines,
        };
    }

    private static JsonObject HealthOf(AccountFacts standard, List<AccountFacts> all)
    {
        static JsonObject Named(AccountFacts facts)
        {
            var summary = AccountJson.Summary(facts);
            summary["accountId"] = facts.AccountId;
            return summary;
        }

        var accounts = new JsonObject();
        foreach (var facts in all)
            accounts[facts.AccountId] = Named(facts);
        var health = Named(standard);
        health["accounts"] = accounts;
        return health;
    }

    private AccountFacts FactsOf(IChannel channel, string accountId, ConfigSnapshot snapshot, ProbedAccount? answer)
    {
        var runtime = supervision.Runtime(channel, accountId);
        var described = channel.Describe(snapshot, accountId);
        foreach (var (name, value) in runtime.State.More ?? [])
            described[name] = value?.DeepClone();
        return new AccountFacts(
            accountId,
            channel.Standing(snapshot, accountId),
            described,
            runtime,
            (channel as ILinkableChannel)?.Link(snapshot, accountId),
            supervision.Activity.Of(channel.Description.Id, accountId),
            answer);
    }

    private static AccountFacts DefaultOf(IChannel channel, List<AccountFacts> all, ConfigSnapshot snapshot)
    {
        var id = channel.DefaultAccountId(snapshot);
        return all.FirstOrDefault(facts => facts.AccountId == id) ?? all[0];
    }
}
