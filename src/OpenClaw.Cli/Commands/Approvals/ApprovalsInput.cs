using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Configuration.Json5;
using OpenClaw.Nodes.Approvals;
using OpenClaw.Protocol;
using OpenClaw.Protocol.ExecApprovals;

namespace OpenClaw.Cli.Commands.Approvals;

/// <summary>Reads new rules that somebody wrote by hand.</summary>
internal static class ApprovalsInput
{
    /// <summary>The rules of a file, or of standard input; or what is wrong with them.</summary>
    public static async Task<(ExecApprovalsFile? File, string? Problem)> ReadAsync(string? path, CancellationToken ct)
    {
        if (path is not null && !File.Exists(path))
            return (null, "there is no such file");
        var text = path is null ? await Console.In.ReadToEndAsync(ct).ConfigureAwait(false) : await File.ReadAllTextAsync(path, ct).ConfigureAwait(false);
        if (!Json5Document.TryParse(text, out var document, out var error))
            return (null, error.ToString());
        if (document.ToJson() is not JsonObject root)
            return (null, "the rules must be an object");
        root["version"] = 1;
        try
        {
            var file = root.Deserialize(ProtocolJson.Default.ExecApprovalsFile)!;
            return ApprovalsCheck.Problem(file) is { } wrong ? (null, wrong) : (file, null);
        }
        catch (JsonException problem)
        {
            return (null, problem.Message);
        }
    }
}
