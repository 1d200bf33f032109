using System.Text.Json;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Client.Connection;

/// <summary>A <c>res</c> frame. <see cref="Error"/> is null exactly when it says <c>ok</c>.</summary>
internal sealed record ResponseFrame(string Id, JsonElement Payload, GatewayError? Error);
