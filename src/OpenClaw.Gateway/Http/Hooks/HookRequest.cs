using System.Text.Json;

namespace OpenClaw.Gateway.Http.Hooks;

/// <summary>What templates and transforms may see of a request. The token is not in it.</summary>
/// <param name="Path">Path below <c>hooks.path</c>.</param>
/// <param name="Url">Path and query as they came, without the token.</param>
/// <param name="Payload">The body.</param>
/// <param name="Headers">Names in lower case.</param>
/// <param name="Query">Values by name.</param>
internal sealed record HookRequest(
    string Path, string Url, JsonElement Payload, IReadOnlyDictionary<string, string> Headers, IReadOnlyDictionary<string, string> Query);
