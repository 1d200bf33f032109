namespace OpenClaw.Gateway.Conversations.Inbound;

/// <summary>What was found in a message.</summary>
/// <param name="Said">What commands in it answered.</param>
/// <param name="End">How it ends, when it was all commands; null: it goes to the model.</param>
internal sealed record InboundReading(IReadOnlyList<string> Said, InboundEnd? End);
