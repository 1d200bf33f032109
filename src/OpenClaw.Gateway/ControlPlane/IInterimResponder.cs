using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Gateway.ControlPlane;

/// <summary>Queues the first response of a method that answers in two stages.</summary>
internal interface IInterimResponder
{
    /// <summary>Queues an <c>ok:true</c> response; nothing happens when the connection is gone.</summary>
    void RespondInterim<T>(string requestId, T payload, JsonTypeInfo<T> type);
}
