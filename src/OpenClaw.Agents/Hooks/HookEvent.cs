using System.Text.Json.Nodes;

namespace OpenClaw.Agents.Hooks;

/// <summary>Something that hooks of the gateway's owner can act on (spec 09 §10.1).</summary>
/// <param name="Type"><c>command</c>, <c>agent</c> or <c>gateway</c>.</param>
/// <param name="Action"><c>new</c>, <c>reset</c>, <c>stop</c>, <c>bootstrap</c>, <c>startup</c>.</param>
/// <param name="SessionKey">Canonical key; empty when no session is concerned.</param>
/// <param name="Context">What else is known: <c>sessionId</c> of the session that ends, <c>senderId</c>, <c>source</c>, <c>workspaceDir</c> …</param>
public sealed record HookEvent(string Type, string Action, string SessionKey, JsonObject Context);
