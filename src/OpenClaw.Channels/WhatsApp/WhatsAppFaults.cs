using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Sidecars;

namespace OpenClaw.Channels.WhatsApp;

/// <summary>Errors of the sidecar (spec 10 §12.4) as failures of a send.</summary>
internal static class WhatsAppFaults
{
    public const int NotLinked = 4001;
    public const int TooLarge = 4006;

    public static SendFault Of(RpcFault fault, string accountId) => fault.Code switch
    {
        NotLinked or 4003 => new SendFault(
            SendFaultKind.NotLinked, $"WhatsApp account {accountId} is not linked. Link it: openclaw channels login --channel whatsapp --account {accountId}"),
        4002 => new SendFault(SendFaultKind.NotConnected, $"WhatsApp account {accountId} is not connected", fault.RetryAfter),
        4004 => new SendFault(SendFaultKind.BadTarget, fault.Message),
        4005 => new SendFault(SendFaultKind.RateLimited, fault.Message, fault.RetryAfter),
        TooLarge => new SendFault(SendFaultKind.TooLarge, fault.Message),
        4007 => new SendFault(SendFaultKind.BadMedia, fault.Message),
        4008 => new SendFault(SendFaultKind.Unsupported, fault.Message),
        4009 or RpcFault.Closed or RpcFault.TimedOut => new SendFault(SendFaultKind.Temporary, fault.Message, fault.RetryAfter, IsUncertain: true),
        _ => new SendFault(fault.IsRetryable ? SendFaultKind.Temporary : SendFaultKind.Refused, fault.Message, fault.RetryAfter, fault.Detail("platformCode")),
    };
}
