namespace OpenClaw.Channels.WhatsApp;

/// <summary>Who an account is.</summary>
/// <param name="Jid">Address with the phone number.</param>
/// <param name="Lid">Address that hides it; null: not known.</param>
/// <param name="E164">Phone number.</param>
/// <param name="Name">Display name.</param>
internal sealed record WhatsAppSelf(string? Jid, string? Lid, string? E164, string? Name)
{
    /// <summary>True for one of the own addresses, whatever device it names.</summary>
    public bool Is(string? address) => address is not null && (Bare(address) == Bare(Jid) || Bare(address) == Bare(Lid));

    private static string? Bare(string? address)
    {
        if (address is null)
            return null;
        var at = address.IndexOf('@', StringComparison.Ordinal);
        var device = address.IndexOf(':', StringComparison.Ordinal);
        return device > 0 && device < at ? address[..device] + address[at..] : address;
    }
}
