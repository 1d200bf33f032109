namespace OpenClaw.Channels.Telegram.Api.Types;

/// <summary>A marked stretch of a text; offsets are UTF-16 units.</summary>
internal sealed record BotEntity
{
    public string Type { get; set; } = string.Empty;

    public int Offset { get; set; }

    public int Length { get; set; }

    public string? Url { get; set; }

    public BotUser? User { get; set; }
}

/// <summary>The part of the answered message that was marked.</summary>
internal sealed record BotQuote
{
    public string Text { get; set; } = string.Empty;
}

/// <summary>Where a forwarded message comes from.</summary>
internal sealed record BotOrigin
{
    public string Type { get; set; } = string.Empty;

    public long Date { get; set; }

    public BotUser? SenderUser { get; set; }

    public string? SenderUserName { get; set; }

    public BotChat? SenderChat { get; set; }

    public BotChat? Chat { get; set; }

    public string? AuthorSignature { get; set; }
}

internal sealed record BotLocation
{
    public double Latitude { get; set; }

    public double Longitude { get; set; }

    public double? HorizontalAccuracy { get; set; }

    public int? LivePeriod { get; set; }
}

internal sealed record BotVenue
{
    public BotLocation? Location { get; set; }

    public string? Title { get; set; }

    public string? Address { get; set; }
}

internal sealed record BotContact
{
    public string PhoneNumber { get; set; } = string.Empty;

    public string FirstName { get; set; } = string.Empty;

    public string? LastName { get; set; }
}
