namespace OpenClaw.Gateway.ControlPlane;

/// <summary>What a connecting node may do, and what is remembered about it.</summary>
internal interface INodeAdmission
{
    /// <summary>The declared commands that the policy allows for this node's platform.</summary>
    IReadOnlyList<string> Allowed(Caller node, IReadOnlyList<string> declared);

    /// <summary>The node is connected and has had its hello.</summary>
    void Connected(Caller node);
}
