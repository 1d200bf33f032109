using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using OpenClaw.Cli.Commands.Sessions;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw sessions</c> (spec 04 §5.2): the store on disk, no gateway needed.</summary>
internal static class SessionsCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("sessions", "List stored conversations.");
        var store = new Option<string?>("--store") { Description = "Session store to read", HelpName = "path" };
        var active = new Option<int?>("--active") { Description = "Only those updated within this many minutes", HelpName = "minutes" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        foreach (var option in (Option[])[store, active, json])
            command.Options.Add(option);
        command.SetAction(parsed => Run(context, parsed.GetValue(store), parsed.GetValue(active), parsed.GetValue(json)));
        return command;
    }

    private static int Run(CliContext context, string? store, int? active, bool json)
    {
        if (!ConfigGuard.Check(context, GuardPolicy.Require))
            return ExitCodes.Failure;
        if (active is <= 0)
            return context.Fail("--active must be a positive number of minutes");
        var path = store is null ? context.Agents.SessionPaths.Store(context.Agents.DefaultId) : context.Paths.Expand(store);
        if (StoredSessions.Read(path, context.Config.Config.Agents.Defaults, out var problem) is not { } rows)
            return context.Fail($"{path}: {problem}");
        var limit = active is { } minutes ? context.Time.GetUtcNow().AddMinutes(-minutes).ToUnixTimeMilliseconds() : 0;
        var listed = rows.Where(r => active is null || r.UpdatedAt >= limit).ToArray();
        if (json)
            context.Screen.Line(JsonText.Pretty(Json(path, active, listed, context)));
        else
            Write(context, path, active, listed);
        return ExitCodes.Success;
    }

    private static JsonObject Json(string path, int? active, SessionLine[] rows, CliContext context) => new()
    {
        ["path"] = path,
        ["count"] = rows.Length,
        ["activeMinutes"] = active,
        ["sessions"] = new JsonArray([.. rows.Select(r => r.ToJson(context.Time))]),
    };

    private static void Write(CliContext context, string path, int? active, SessionLine[] rows)
    {
        var screen = context.Screen;
        screen.Line($"Session store: {context.Paths.Shorten(path)}");
        screen.Line($"Sessions listed: {rows.Length}");
        if (active is { } minutes)
            screen.Line($"Filtered to last {minutes} minute(s)");
        if (rows.Length == 0)
            return;
        screen.Line(screen.Bold($"{"Kind",-8} {"Key",-36} {"Age",-10} {"Model",-24} {"Tokens",-20} Flags"));
        foreach (var row in rows)
        {
            var tokens = row.TotalTokens is { } total
                ? row.ContextTokens is > 0 and var room
                    ? string.Create(CultureInfo.InvariantCulture, $"{total}/{room} ({total * 100 / room}%)")
                    : total.ToString(CultureInfo.InvariantCulture)
                : "-";
            screen.Line($"{row.Kind,-8} {row.Key,-36} {Ago.Since(row.UpdatedAt, context.Time),-10} {row.Model ?? "-",-24} {tokens,-20} {string.Join(' ', row.Flags)}".TrimEnd());
        }
    }
}
