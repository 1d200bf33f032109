namespace OpenClaw.Channels.Pairing;

/// <summary>What a message of somebody unknown led to.</summary>
/// <param name="Request">Their request; null: too many wait already, and they get none.</param>
/// <param name="IsNew">True for their first message: only this one is answered with the code.</param>
public readonly record struct PairingOutcome(PairingRequest? Request, bool IsNew);
