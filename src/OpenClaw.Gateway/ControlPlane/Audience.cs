using OpenClaw.Protocol;
using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Gateway.ControlPlane;

/// <summary>Who receives which broadcast (spec 01 §12).</summary>
internal static class Audience
{
    public static bool Includes(EventAudience audience, Caller caller) => audience switch
    {
        EventAudience.Everyone => true,
        EventAudience.Readers => caller.Holds(Scopes.Read) || caller.Holds(Scopes.Write),
        EventAudience.Pairing => caller.Holds(Scopes.Pairing),
        EventAudience.Approvals => caller.Holds(Scopes.Approvals),
        _ => false,
    };
}
