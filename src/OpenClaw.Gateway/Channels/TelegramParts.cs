using OpenClaw.Agents.Commands.Tools;
using OpenClaw.Channels.Telegram;
using OpenClaw.Configuration;
using OpenClaw.Gateway.Conversations;
using OpenClaw.Gateway.Http;
using OpenClaw.Gateway.Lifecycle;

namespace OpenClaw.Gateway.Channels;

/// <summary>The Telegram channel as part of the gateway: the menus of its bots and the way in for web hooks.</summary>
internal sealed class TelegramParts
{
    private ConversationParts? _conversations;

    public TelegramParts(GatewayOptions options)
    {
        Channel = new TelegramChannel(new TelegramOptions
        {
            Paths = options.Paths,
            Time = options.Time,
            Writer = options.Store,
            Commands = (config, _) => Menu(config),
        });
        Page = new TelegramWebhookPage(Channel.Webhooks, new JsonBody(options.Time)).TryServeAsync;
    }

    /// <summary>The channel.</summary>
    public TelegramChannel Channel { get; }

    /// <summary>Takes what Telegram posts.</summary>
    public HttpPage Page { get; }

    /// <summary>Says whose commands the menus show.</summary>
    public void Connect(ConversationParts conversations) => _conversations = conversations;

    private IReadOnlyList<TelegramCommand> Menu(ConfigSnapshot config)
    {
        if (_conversations is not { } conversations)
            return [];
        var book = conversations.Inbound.Book;
        var commands = book.All.Where(static c => !c.Info.IsHidden).Select(static c => new TelegramCommand(c.Info.Name, c.Info.Summary));
        if (!WithSkills(config))
            return [.. commands];
        var skills = new AgentSkillPrompts(conversations.Context.Skills, book).All(conversations.Agents.DefaultId);
        return [.. commands, .. skills.Select(static s => new TelegramCommand(s.Command, s.Summary))];
    }

    // Said for the channel, else for all channels; by itself on.
    private static bool WithSkills(ConfigSnapshot config) =>
        config.Config.Channels?[TelegramChannel.Id]?["commands"]?["nativeSkills"]?.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.True => true,
            System.Text.Json.JsonValueKind.False => false,
            _ => config.Config.Commands.NativeSkills ?? true,
        };
}
