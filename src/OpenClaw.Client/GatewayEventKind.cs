namespace OpenClaw.Client;

/// <summary>What a <see cref="GatewayEvent"/> is.</summary>
public enum GatewayEventKind
{
    /// <summary>An event of the gateway.</summary>
    Message,

    /// <summary>Events are missing before this one: fetch state anew.</summary>
    Gap,

    /// <summary>The connection ended; with <see cref="GatewayClientOptions.Reconnect"/> it will be dialled again.</summary>
    Disconnected,

    /// <summary>The connection stands again: fetch state anew.</summary>
    Reconnected,
}
