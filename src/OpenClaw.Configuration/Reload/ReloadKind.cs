namespace OpenClaw.Configuration.Reload;

/// <summary>The classes of spec 03 §6.</summary>
internal enum ReloadKind
{
    Dynamic,
    Hot,
    Restart,
}
