using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Configuration.Redaction;
using OpenClaw.Protocol.Config;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Configuration.Service;

/// <summary>Snapshots and issues in the form of the wire, without secrets.</summary>
internal static class ConfigWire
{
    private const string UnknownKey = "Unrecognized key: ";

    public static ConfigGetResult Of(ConfigSnapshot snapshot) => new()
    {
        Path = snapshot.Path,
        Exists = snapshot.Exists,
        Raw = snapshot.Raw is null ? null : SecretRedaction.RedactText(snapshot.Raw),
        Parsed = Redacted(snapshot.Parsed),
        Valid = snapshot.Valid,
        Config = Redacted(snapshot.Effective),
        Hash = snapshot.Hash,
        Issues = Rows(snapshot.Issues),
        Warnings = Rows(snapshot.Warnings),
        LegacyIssues = Rows(snapshot.LegacyIssues),
    };

    public static JsonElement Redacted(JsonObject config) => Element(SecretRedaction.Redact(config)!);

    public static JsonElement Element(JsonNode node)
    {
        using var document = JsonDocument.Parse(node.ToJsonString());
        return document.RootElement.Clone();
    }

    /// <summary>The error of a config that is not valid: <c>invalid config</c> with every issue.</summary>
    public static GatewayError Invalid(IReadOnlyList<ConfigIssue> issues) => new(
        ErrorCodes.InvalidRequest,
        "invalid config",
        Element(new JsonObject
        {
            ["issues"] = new JsonArray([.. Rows(issues).Select(r => new JsonObject { ["path"] = r.Path, ["message"] = r.Message })]),
        }));

    /// <summary>One row per path and kind: unknown keys of one object share a row, as the original tells them.</summary>
    private static List<ConfigIssueRow> Rows(IReadOnlyList<ConfigIssue> issues)
    {
        var rows = new List<ConfigIssueRow>();
        foreach (var issue in issues)
        {
            var isUnknown = issue.Message.StartsWith(UnknownKey, StringComparison.Ordinal);
            var same = isUnknown ? rows.FindIndex(r => r.Path == issue.Path && r.Message.StartsWith("Unrecognized key", StringComparison.Ordinal)) : -1;
            if (same < 0)
                rows.Add(new ConfigIssueRow { Path = issue.Path, Message = issue.Message });
            else
            {
                var keys = rows[same].Message[(rows[same].Message.IndexOf(':', StringComparison.Ordinal) + 2)..];
                rows[same] = rows[same] with { Message = $"Unrecognized keys: {keys}, {issue.Message[UnknownKey.Length..]}" };
            }
        }
        return rows;
    }
}
