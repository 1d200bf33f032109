using System.Text.Json.Nodes;
using OpenClaw.Channels.Accounts;
using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Model.Channels;
using OpenClaw.Configuration.Paths;

namespace OpenClaw.Channels.Telegram.Setup;

/// <summary>The token of an account and where it is from (spec 10 §8.1). Its text never shows the token.</summary>
/// <param name="Value">Null when there is none.</param>
/// <param name="Source"><c>tokenFile</c>, <c>config</c>, <c>env</c> or <c>none</c>.</param>
/// <param name="Setting">Where it is to be set, for people.</param>
/// <param name="Problem">What is wrong with what is there; null when nothing is there or it is usable.</param>
internal sealed record TelegramToken(string? Value, string Source, string Setting, string? Problem = null)
{
    private const string Variable = "TELEGRAM_BOT_TOKEN";

    /// <summary>True when there is one that can be used.</summary>
    public bool IsUsable => Value is not null && Problem is null;

    /// <summary>
    /// The account's own file, then its own token; the default account goes on to the channel's file, token and the environment. A file that
    /// is named decides: when it is missing or empty nothing else is looked at.
    /// </summary>
    public static TelegramToken Find(ConfigSnapshot config, string accountId, ConfigPaths paths)
    {
        var root = config.Config.Channels?[TelegramChannel.Id] as JsonObject;
        var account = root is null ? null : ChannelSection.Account(root, accountId, AccountIds.Normalize);
        var own = $"channels.telegram.accounts.{accountId}";
        if (Named(account, own, paths) is { } found)
            return found;
        if (accountId != AccountIds.Default)
            return new TelegramToken(null, "none", $"{own}.botToken");
        if (Named(root, "channels.telegram", paths) is { } shared)
            return shared;
        const string Setting = "channels.telegram.botToken";
        return config.Environment[Variable] is { } variable ? Checked(variable, "env", Variable) : new TelegramToken(null, "none", Setting);
    }

    public override string ToString() => $"{Setting} ({Source})";

    private static TelegramToken? Named(JsonObject? section, string path, ConfigPaths paths)
    {
        if (section.Text("tokenFile") is { } file)
            return OfFile(paths.Expand(file), $"{path}.tokenFile");
        return section.Text("botToken") is { } token ? Checked(token, "config", $"{path}.botToken") : null;
    }

    private static TelegramToken OfFile(string file, string setting)
    {
        try
        {
            var text = File.ReadAllText(file).Trim();
            return text.Length == 0 ? new TelegramToken(null, "none", setting, $"{setting}: {file} is empty") : Checked(text, "tokenFile", setting);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new TelegramToken(null, "none", setting, $"{setting}: {file} cannot be read");
        }
    }

    private static TelegramToken Checked(string token, string source, string setting) => TelegramEndpoint.IsToken(token)
        ? new TelegramToken(token, source, setting)
        : new TelegramToken(token, source, setting, $"{setting} is no bot token: @BotFather writes them as 123456:ABC-def");
}
