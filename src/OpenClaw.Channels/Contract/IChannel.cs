using System.Text.Json.Nodes;
using OpenClaw.Channels.Catalog;
using OpenClaw.Channels.Outbound;
using OpenClaw.Configuration;

namespace OpenClaw.Channels.Contract;

/// <summary>
/// A messaging channel: what it can do, which accounts the config gives it, and how one is brought to life. Without state of its own, so that
/// it answers while nothing runs. In-process channels and those in a sidecar look the same from here (spec 10 §1).
/// </summary>
public interface IChannel
{
    /// <summary>How it is called and shown.</summary>
    ChannelDescription Description { get; }

    /// <summary>What it can do.</summary>
    ChannelCapabilities Capabilities { get; }

    /// <summary>Accounts of a config, sorted; never empty (spec 10 §1.2).</summary>
    IReadOnlyList<string> AccountIds(ConfigSnapshot config);

    /// <summary>The account that is meant when none is named.</summary>
    string DefaultAccountId(ConfigSnapshot config);

    /// <summary>How an account stands according to config and files: whether it is switched on and has what it needs to start.</summary>
    AccountStanding Standing(ConfigSnapshot config, string accountId);

    /// <summary>
    /// What config and files say about an account beside its standing, for <c>channels.status</c> (spec 10 §1.5): <c>tokenSource</c>,
    /// <c>mode</c>, <c>allowUnmentionedGroups</c>; <c>dmPolicy</c>, <c>allowFrom</c>. A new object with every call; no secret.
    /// </summary>
    JsonObject Describe(ConfigSnapshot config, string accountId) => [];

    /// <summary>
    /// A text that differs when a running account must be restarted to follow the config. Settings that are read with every message are
    /// no part of it. It holds no secret in clear.
    /// </summary>
    string Fingerprint(ConfigSnapshot config, string accountId);

    /// <summary>Makes an account; nothing happens before <see cref="IChannelAccount.RunAsync"/>.</summary>
    IChannelAccount Open(string accountId, AccountHost host);

    /// <summary>A recipient as callers write it, made into the channel's own form, or why it is none (spec 10 §5.1).</summary>
    TargetResolution ResolveTarget(string text);

    /// <summary>
    /// Divides a message into the single sends the platform takes: text formatted and cut, one part per attachment, captions where they
    /// fit. Pure; the parts are what the outbox keeps.
    /// </summary>
    PartPlan Plan(OutboundMessage message, ConfigSnapshot config);
}
