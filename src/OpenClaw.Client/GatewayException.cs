namespace OpenClaw.Client;

/// <summary>A call to a gateway did not succeed. The message is fit for a person.</summary>
public abstract class GatewayException : Exception
{
    private protected GatewayException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
