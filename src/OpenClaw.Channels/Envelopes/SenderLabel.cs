namespace OpenClaw.Channels.Envelopes;

/// <summary>Who wrote, for people and models (spec 10 §3.1).</summary>
public static class SenderLabel
{
    /// <summary><c>name (id)</c>, or whichever of the two is known; null when neither is.</summary>
    /// <param name="name">Display name.</param>
    /// <param name="id">Platform id.</param>
    /// <param name="username">Stands in for the name.</param>
    /// <param name="tag">Stands in for both.</param>
    /// <param name="e164">Phone number; goes before the id.</param>
    public static string? Of(string? name, string? id, string? username = null, string? tag = null, string? e164 = null)
    {
        var display = Given(name) ?? Given(username) ?? Given(tag);
        var number = Given(e164) ?? Given(id);
        return display is not null && number is not null && display != number ? $"{display} ({number})" : display ?? number;
    }

    private static string? Given(string? text) => text?.Trim() is { Length: > 0 } given ? given : null;
}
