namespace OpenClaw.Channels.Inbound;

/// <summary>A place (spec 10 §3.7).</summary>
/// <param name="Latitude">Degrees.</param>
/// <param name="Longitude">Degrees.</param>
/// <param name="Accuracy">Metres.</param>
/// <param name="Name">Name of the place.</param>
/// <param name="Address">Its address.</param>
/// <param name="IsLive">True for a shared live position.</param>
/// <param name="Caption">Text beside it.</param>
public sealed record InboundLocation(
    double Latitude, double Longitude, double? Accuracy = null, string? Name = null, string? Address = null, bool IsLive = false, string? Caption = null);
