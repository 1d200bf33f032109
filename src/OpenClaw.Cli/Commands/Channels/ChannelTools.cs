using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using OpenClaw.Channels;
using OpenClaw.Channels.Accounts;
using OpenClaw.Channels.Catalog;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Supervision;
using OpenClaw.Cli.Invocation;
using OpenClaw.Configuration;

namespace OpenClaw.Cli.Commands.Channels;

/// <summary>The channels of this program, as commands without a gateway see them: what config and files say; nothing runs.</summary>
internal static class ChannelTools
{
    /// <summary>Every channel of this program.</summary>
    public static IReadOnlyList<IChannel> Known(CliContext context) => BuiltInChannels.ForCommands(context.Paths, context.Time);

    /// <summary>The channels that the config puts to use.</summary>
    public static IReadOnlyList<IChannel> Loaded(CliContext context) => LoadedChannels.Of(Known(context), context.Config);

    /// <summary>The channel a person named; null with a message when there is none.</summary>
    public static IChannel? Find(CliContext context, string? typed)
    {
        var known = Known(context);
        if (ChannelCatalog.Find(typed) is { } channel && known.FirstOrDefault(one => one.Description.Id == channel.Id) is { } found)
            return found;
        context.Fail(
            typed?.Trim() switch
            {
                null or "" => "name a channel with --channel",
                var name when ChannelCatalog.Find(name) is { } other => $"this release has no {other.Label} channel",
                var name => $"there is no channel \"{name}\"",
            },
            $"Channels: {string.Join(", ", known.Select(static one => one.Description.Id))}");
        return null;
    }

    /// <summary>The account a person named, normalised; the channel's default one without a name.</summary>
    public static string Account(CliContext context, IChannel channel, string? typed) =>
        typed?.Trim() is { Length: > 0 } given ? AccountIds.Normalize(given) : channel.DefaultAccountId(context.Config);

    /// <summary>What an account needs that is only asked something and then put away.</summary>
    public static AccountHost Host(CliContext context, ConfigSnapshot? config = null) => new()
    {
        Config = () => config ?? context.Config,
        Paths = context.Paths,
        Intake = new ClosedIntake(),
        Download = static (_, _, _) => Task.FromResult(new FetchedMedia(null, Problem: "commands download nothing")),
        Time = context.Time,
        Logger = NullLogger.Instance,
    };

    /// <summary>Asks the service behind an account; null where there is nothing to ask. Failures are results.</summary>
    public static async Task<ProbeResult?> ProbeAsync(
        CliContext context, IChannel channel, string accountId, TimeSpan timeout, ConfigSnapshot? config, CancellationToken ct)
    {
        if (channel is ILinkableChannel)
            return null;
        var account = channel.Open(accountId, Host(context, config));
        await using (account.ConfigureAwait(false))
            return await account.ProbeAsync(timeout, ct).ConfigureAwait(false);
    }

    /// <summary><c>--channel</c>.</summary>
    public static Option<string?> ChannelOption(string description = "Channel, for example telegram") => new("--channel") { Description = description, HelpName = "channel" };

    /// <summary><c>--account</c>.</summary>
    public static Option<string?> AccountOption() => new("--account") { Description = "Account (default: the channel's default one)", HelpName = "id" };

    private sealed class ClosedIntake : IInboundIntake
    {
        public Task<bool> AcceptAsync(InboundEvent inbound, CancellationToken ct) => Task.FromResult(false);
    }
}
