using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Paths;
using OpenClaw.Configuration.Writing;

namespace OpenClaw.Channels.Telegram;

/// <summary>What the Telegram channel needs from the program it is part of.</summary>
public sealed record TelegramOptions
{
    /// <summary>Where state is kept, and how <c>~</c> is read.</summary>
    public required ConfigPaths Paths { get; init; }

    /// <summary>Clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Changes the config: a group that got a new id, a token that is removed. Null: the config is never changed.</summary>
    public IConfigWriter? Writer { get; init; }

    /// <summary>Commands for the menu of an account's bot, in order.</summary>
    public Func<ConfigSnapshot, string, IReadOnlyList<TelegramCommand>> Commands { get; init; } = static (_, _) => [];

    /// <summary>Connections through a proxy (null: none), with IPv4 alone or not.</summary>
    public Func<Uri?, bool, HttpMessageHandler> Connections { get; init; } = BotConnections.Open;
}
