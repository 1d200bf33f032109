namespace OpenClaw.Protocol;

/// <summary>Params of a checked method that takes none: a closed, empty object.</summary>
public sealed record NoParams;
