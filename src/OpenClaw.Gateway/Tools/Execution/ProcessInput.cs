using System.Text;
using System.Text.Json;
using OpenClaw.Agents.Tools;
using OpenClaw.Nodes.Execution;

namespace OpenClaw.Gateway.Tools.Execution;

/// <summary>The actions of <c>process</c> that write to a command.</summary>
internal static class ProcessInput
{
    public static ToolResult Send(ProcessSession session, string action, ToolArguments arguments, JsonElement json)
    {
        if (!session.IsRunning)
            return ToolResult.Error(ProcessTool.Tool, $"session {session.Id} has ended");
        var (bytes, problem) = action switch
        {
            "write" => (Encoding.UTF8.GetBytes(arguments.Raw("data") ?? string.Empty), null),
            "submit" => (Encoding.UTF8.GetBytes((arguments.Raw("text") ?? arguments.Raw("data") ?? string.Empty) + LineEnd(session)), null),
            "paste" => Paste(session, arguments),
            _ => Keys(arguments, json),
        };
        if (problem is not null)
            return ToolResult.Error(ProcessTool.Tool, problem);
        if (bytes.Length > 0 && !session.Write(bytes))
            return ToolResult.Error(ProcessTool.Tool, $"session {session.Id} takes no input (its input is closed, or it does not read)");
        var eof = action == "write" && arguments.Flag("eof") == true;
        if (eof)
            session.CloseInput();
        return ToolResult.Text($"{bytes.Length} bytes were written to session {session.Id}{(eof ? ", and its input is closed" : string.Empty)}.");
    }

    private static string LineEnd(ProcessSession session) => session.Order.Start.Terminal ? "\r" : "\n";

    private static (byte[] Bytes, string? Problem) Paste(ProcessSession session, ToolArguments arguments)
    {
        if (arguments.Raw("text") is not { Length: > 0 } text)
            return ([], "text is required for paste");
        // Without a terminal the marks would be taken for text.
        var marked = session.Order.Start.Terminal && arguments.Flag("bracketed") != false;
        return (Encoding.UTF8.GetBytes(marked ? $"\u001b[200~{text}\u001b[201~" : text), null);
    }

    private static (byte[] Bytes, string? Problem) Keys(ToolArguments arguments, JsonElement json)
    {
        using var bytes = new MemoryStream();
        foreach (var hex in Texts(json, "hex"))
        {
            var digits = hex.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? hex[2..] : hex;
            if (digits.Length % 2 != 0 || !digits.All(char.IsAsciiHexDigit))
                return ([], $"hex: \"{hex}\" is not a row of bytes");
            bytes.Write(Convert.FromHexString(digits));
        }

        bytes.Write(Encoding.UTF8.GetBytes(arguments.Raw("literal") ?? string.Empty));
        foreach (var key in Texts(json, "keys"))
        {
            if (TerminalKeys.Of(key) is not { } sequence)
                return ([], $"keys: \"{key}\" is not known; use names such as Enter, Tab, Escape, Up, F1, C-c or M-x, or one character");
            bytes.Write(Encoding.UTF8.GetBytes(sequence));
        }

        return bytes.Length == 0 ? ([], "keys, hex or literal is required for send-keys") : (bytes.ToArray(), null);
    }

    private static IEnumerable<string> Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.String).Select(static item => item.GetString()!)
            : [];
}
