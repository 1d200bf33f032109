using System.Text.Json.Nodes;
using OpenClaw.Cli.Remote;
using OpenClaw.Cli.Terminal;
using OpenClaw.Protocol.Logs;

namespace OpenClaw.Cli.Commands.Logs;

/// <summary>One JSON object per line: <c>meta</c>, <c>log</c>, <c>raw</c>, <c>notice</c>; a failure goes to the error stream.</summary>
internal sealed class JsonLogView(Screen screen) : ILogView
{
    public void Page(LogsTailResult page, bool first)
    {
        if (first)
            Put(new JsonObject { ["type"] = "meta", ["file"] = page.File, ["cursor"] = page.Cursor, ["size"] = page.Size });
        if (page.Reset)
            Notice("Log cursor reset (file rotated).");
        if (first && page.Truncated)
            Notice("Log tail truncated (increase --max-bytes).");
        foreach (var line in page.Lines)
            Put(Line(line));
    }

    public void Notice(string text) => Put(new JsonObject { ["type"] = "notice", ["message"] = text });

    public void Failure(string error, GatewayTarget target, IReadOnlyList<string> details) =>
        screen.Note(JsonText.Line(new JsonObject
        {
            ["type"] = "error",
            ["message"] = "Gateway not reachable. Is it running and accessible?",
            ["error"] = error,
            ["details"] = new JsonObject { ["url"] = target.UrlText, ["urlSource"] = target.Source, ["message"] = string.Join('\n', details) },
            ["hint"] = details.Count > 0 ? details[^1] : error,
        }));

    private static JsonObject Line(string line)
    {
        if (LogRecord.Parse(line) is not { } record)
            return new JsonObject { ["type"] = "raw", ["raw"] = line };
        var json = new JsonObject { ["type"] = "log", ["time"] = record.Time, ["level"] = record.Level };
        if (record.Subsystem is { } subsystem)
            json["subsystem"] = subsystem;
        if (record.Module is { } module)
            json["module"] = module;
        json["message"] = record.Message;
        json["raw"] = line;
        return json;
    }

    private void Put(JsonObject value) => screen.Line(JsonText.Line(value));
}
