namespace OpenClaw.Gateway.ControlPlane;

/// <summary>What happens around a connection besides moving its bytes: hello, presence, nodes, health.</summary>
internal interface IConnectionEvents
{
    /// <summary>The connection has been admitted; its hello must be the next thing it is sent.</summary>
    void Entered(Connection connection, Admission.Admission admission, string requestId);

    /// <summary>An admitted connection has ended.</summary>
    void Left(Connection connection);
}
