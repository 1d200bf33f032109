namespace OpenClaw.Channels.Telegram.Api.Types;

/// <summary>A marked stretch of a text; offsets are UTF-16 units.</summary>
internal sealed record BotEntity
{
    public string Type { get; init; } = string.Empty;

    public int Offset { get; init; }

    public int Length { get; init; }

    public string? Url { get; init; }

    public BotUser? User { get; init; }
}

/// <summary>The part of the answered message that was marked.</summary>
internal sealed record BotQuote
{
    public string Text { get; init; } = string.Empty;
}

/// <summary>Where a forwarded message comes from.</summary>
internal sealed record BotOrigin
{
    public string Type { get; init; } = string.Empty;

    public long Date { get; init; }

    public BotUser? SenderUser { get; init; }

    public string? SenderUserName { get; init; }

    public BotChat? SenderChat { get; init; }

    public BotChat? Chat { get; init; }

    public string? AuthorSignature { get; init; }
}

internal sealed record BotLocation
{
    public double Latitude { get; init; }

    public double Longitude { get; init; }

    public double? HorizontalAccuracy { get; init; }

    public int? LivePeriod { get; init; }
}

internal sealed record BotVenue
{
    public BotLocation? Location { get; init; }

    public string? Title { get; init; }

    public string? Address { get; init; }
}

internal sealed record BotContact
{
    public string PhoneNumber { get; init; } = string.Empty;

    public string FirstName { get; init; } = string.Empty;

    public string? LastName { get; init; }
}
