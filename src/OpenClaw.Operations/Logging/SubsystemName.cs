namespace OpenClaw.Operations.Logging;

/// <summary>How a subsystem is called on the console, and which subsystem a logger category belongs to (spec 05 §7.2).</summary>
internal static class SubsystemName
{
    private static readonly string[] s_leading = ["gateway", "channels", "providers"];

    /// <summary>
    /// Drops leading <c>gateway</c>, <c>channels</c>, <c>providers</c> segments unless nothing would be left, reduces a channel to
    /// its id, and keeps at most the last two segments.
    /// </summary>
    public static string Display(string subsystem)
    {
        var parts = subsystem.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var start = 0;
        var channel = false;
        while (start < parts.Length - 1 && s_leading.Contains(parts[start]))
            channel |= parts[start++] == "channels";
        var rest = parts[start..];
        if (channel)
            return rest[0];
        return rest.Length == 0 ? subsystem : string.Join('/', rest[^Math.Min(2, rest.Length)..]);
    }

    /// <summary>Removes <c>[name]</c> or <c>name:</c> at the start of a message that the console would print twice.</summary>
    public static string StripPrefix(string message, string name)
    {
        foreach (var prefix in (string[])[$"[{name}]", $"{name}:"])
        {
            if (message.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && message.Length > prefix.Length)
                return message[prefix.Length..].TrimStart();
        }
        return message;
    }

    /// <summary>
    /// A category without dots is a subsystem already. <c>OpenClaw.Gateway.ControlPlane.Handshake</c> becomes
    /// <c>gateway/controlplane</c>; what the web server says becomes <c>gateway/http</c>.
    /// </summary>
    public static string OfCategory(string category)
    {
        var parts = category.Split('.');
        if (parts.Length == 1)
            return category;
        if (parts[0] is "Microsoft" or "System")
            return "gateway/http";
        if (parts[0] != "OpenClaw")
            return category;
        var names = parts.Length > 3 ? parts[1..3] : parts[1..2];
        return string.Join('/', names).ToLowerInvariant();
    }
}
