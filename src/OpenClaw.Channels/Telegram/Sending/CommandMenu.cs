using System.Text.Json.Nodes;
using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Channels.Telegram.Setup;

namespace OpenClaw.Channels.Telegram.Sending;

/// <summary>The bot's menu of commands (spec 10 §8.9).</summary>
internal static class CommandMenu
{
    /// <summary>Most that Telegram takes.</summary>
    public const int Most = 100;

    private const int MaxName = 32;
    private const int MaxDescription = 256;

    /// <summary>The entries: the program's, then the owner's own that are not among them. Names Telegram does not take are left out.</summary>
    /// <returns>What goes into the menu, and how many found no place.</returns>
    public static (IReadOnlyList<TelegramCommand> Commands, int Dropped) Entries(IEnumerable<TelegramCommand> builtIn, TelegramSettings settings)
    {
        if (!settings.NativeCommands)
            return ([], 0);
        var all = builtIn.Concat(settings.CustomCommands).Select(Clean).OfType<TelegramCommand>().DistinctBy(static c => c.Name).ToList();
        return all.Count <= Most ? (all, 0) : ([.. all.Take(Most)], all.Count - Most);
    }

    /// <summary>Parameters of setMyCommands.</summary>
    public static JsonObject Parameters(IReadOnlyList<TelegramCommand> commands) => new()
    {
        ["commands"] = new JsonArray([.. commands.Select(static c => (JsonNode)new JsonObject { ["command"] = c.Name, ["description"] = c.Description })]),
    };

    private static TelegramCommand? Clean(TelegramCommand command)
    {
        var name = command.Name.Trim().TrimStart('/').ToLowerInvariant().Replace('-', '_');
        var description = command.Description.Trim().ReplaceLineEndings(" ");
        if (name.Length is 0 or > MaxName || description.Length == 0 || !name.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
            return null;
        return new TelegramCommand(name, description.Length > MaxDescription ? description[..(MaxDescription - 1)] + "…" : description);
    }

    /// <summary>Sets the menu; a failure is worth a line in the log and nothing more.</summary>
    public static Task<TelegramReply<bool>> SetAsync(TelegramApi api, IReadOnlyList<TelegramCommand> commands, CancellationToken ct) =>
        api.DoAsync("setMyCommands", Parameters(commands), ct);
}
