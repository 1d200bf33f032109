using System.Text.Json.Nodes;

namespace OpenClaw.Conformance.Tests.Replay;

/// <summary>
/// Methods and events of the recordings that this release does not serve yet. Their requests are left out of a replay; a
/// method that is advertised although it is listed here fails the run, so the list cannot rot.
/// </summary>
internal static class LaterMethods
{
    private static readonly Dictionary<string, string> s_methods = new(StringComparer.Ordinal)
    {
        ["update.run"] = "operations",
        ["wizard.start"] = "operations",
        ["wizard.next"] = "operations",
        ["wizard.cancel"] = "operations",
        ["wizard.status"] = "operations",
        ["browser.request"] = "nodes, canvas, browser",
        ["voicewake.get"] = "nodes, canvas, browser",
        ["voicewake.set"] = "nodes, canvas, browser",
        ["talk.mode"] = "nodes, canvas, browser",
        ["tts.status"] = "nodes, canvas, browser",
        ["tts.providers"] = "nodes, canvas, browser",
        ["tts.enable"] = "nodes, canvas, browser",
        ["tts.disable"] = "nodes, canvas, browser",
        ["tts.convert"] = "nodes, canvas, browser",
        ["tts.setProvider"] = "nodes, canvas, browser",
    };

    private static readonly HashSet<string> s_events =
        new(StringComparer.Ordinal) { "voicewake.changed", "talk.mode" };

    /// <summary>Whether a recorded request is left out. A refusal for lack of scope or role is replayed even so.</summary>
    public static bool LeavesOut(RecordedLine request, RecordedLine? answer)
    {
        if (request.FrameObject?["method"]?.GetValue<string>() is not { } method || !s_methods.ContainsKey(method))
            return false;
        var refusal = answer?.FrameObject?["error"]?["message"]?.GetValue<string>() ?? "";
        return !refusal.StartsWith("missing scope", StringComparison.Ordinal)
            && !refusal.StartsWith("unauthorized role", StringComparison.Ordinal);
    }

    public static bool IsEvent(string name) => s_events.Contains(name);

    /// <summary>Listed methods that a hello-ok advertises all the same.</summary>
    public static IEnumerable<string> AdvertisedIn(JsonNode hello) =>
        (hello["features"]?["methods"] as JsonArray ?? []).Select(m => m!.GetValue<string>()).Where(s_methods.ContainsKey);
}
