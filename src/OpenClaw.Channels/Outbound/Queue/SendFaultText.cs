namespace OpenClaw.Channels.Outbound.Queue;

/// <summary>Failures as the journal keeps them: class, the platform's code, and what people are told, e.g. <c>Refused (400): chat not found</c>.</summary>
internal static class SendFaultText
{
    private const string Mark = ": ";

    public static string Write(SendFault fault) => fault.PlatformCode is { } code ? $"{fault.Kind} ({code}){Mark}{fault.Message}" : fault.Kind + Mark + fault.Message;

    /// <summary>The failure of such a text; one that cannot be read counts as final.</summary>
    public static SendFault Read(string? text)
    {
        var given = text ?? "not sent";
        var mark = given.IndexOf(Mark, StringComparison.Ordinal);
        var head = mark > 0 ? given[..mark].Split(" (", 2) : [];
        return head.Length > 0 && Enum.TryParse<SendFaultKind>(head[0], out var kind)
            ? new SendFault(kind, given[(mark + Mark.Length)..], PlatformCode: head.Length > 1 ? head[1].TrimEnd(')') : null)
            : new SendFault(SendFaultKind.Refused, given);
    }
}
