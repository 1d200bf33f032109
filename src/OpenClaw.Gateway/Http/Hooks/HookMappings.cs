using System.Text.Json;
using Microsoft.Extensions.Logging;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Gateway.Http.Hooks;

/// <summary>From a request to a path of the owner's own to what it asks for (spec 06 §5.4).</summary>
internal sealed class HookMappings(HookTransforms transforms, TimeProvider time, ILogger logger)
{
    private static readonly HookMappingConfig s_gmail = new()
    {
        Id = "gmail",
        MatchPath = "gmail",
        Name = "Gmail",
        WakeMode = "now",
        SessionKey = "hook:gmail:{{messages[0].id}}",
        MessageTemplate = """
            A mail has come.
            From: {{messages[0].from}}
            Subject: {{messages[0].subject}}

            {{messages[0].snippet}}

            {{messages[0].body}}
            """,
    };

    /// <summary>The order, or the answer that ends the request.</summary>
    public async Task<(HookOrder? Order, HookAnswer? Answer)> MapAsync(
        HooksConfig hooks, HookRequest request, IReadOnlyList<string> channels, CancellationToken ct)
    {
        var presets = hooks.Presets.Contains("gmail", StringComparer.OrdinalIgnoreCase) ? [s_gmail] : Array.Empty<HookMappingConfig>();
        if (hooks.Mappings.Concat(presets).FirstOrDefault(mapping => Matches(mapping, request)) is not { } mapping)
            return (null, HookAnswer.NotFound);
        JsonElement changes = default;
        if (mapping.TransformModule is not null)
        {
            var (result, problem) = await transforms.RunAsync(hooks, mapping, request, ct).ConfigureAwait(false);
            if (problem is not null)
            {
                HookLog.TransformFailed(logger, mapping.Id ?? mapping.MatchPath ?? "?", problem);
                return (null, HookAnswer.Fail(500, "hook mapping failed"));
            }

            if (result is { ValueKind: JsonValueKind.Null })
                return (null, HookAnswer.Nothing);
            if (result is { ValueKind: JsonValueKind.Object } changed)
                changes = changed;
        }

        var (order, wrong) = Order(hooks, mapping, changes, request, channels);
        return order is null ? (null, HookAnswer.Fail(400, wrong!)) : (order, null);
    }

    private (HookOrder? Order, string? Problem) Order(
        HooksConfig hooks, HookMappingConfig mapping, JsonElement changes, HookRequest request, IReadOnlyList<string> channels)
    {
        var isWake = (Text(changes, "kind") ?? mapping.Action) == "wake";
        var isMail = ReferenceEquals(mapping, s_gmail);
        if (isWake)
        {
            return Said("text", mapping.TextTemplate) is { } text
                ? (new HookOrder
                {
                    IsWake = true,
                    Text = text,
                    Now = (Text(changes, "mode") ?? Text(changes, "wakeMode") ?? mapping.WakeMode) != "next-heartbeat",
                    IsTrusted = IsTrusted(),
                }, null)
                : (null, "hook mapping requires text");
        }

        if (Said("message", mapping.MessageTemplate) is not { } message)
            return (null, "hook mapping requires message");
        if (HookBody.Channel(Text(changes, "channel") ?? mapping.Channel, channels) is not { } channel)
            return (null, HookBody.ChannelProblem(channels));
        return (new HookOrder
        {
            IsWake = false,
            Text = message,
            Now = (Text(changes, "wakeMode") ?? mapping.WakeMode) != "next-heartbeat",
            Name = Said("name", mapping.Name) ?? "Hook",
            SessionKey = Said("sessionKey", mapping.SessionKey),
            Deliver = Flag(changes, "deliver") ?? mapping.Deliver,
            Channel = channel,
            To = Said("to", mapping.To),
            Model = Said("model", mapping.Model) ?? (isMail ? hooks.GmailModel : null),
            Thinking = Said("thinking", mapping.Thinking) ?? (isMail ? hooks.GmailThinking : null),
            TimeoutSeconds = Number(changes, "timeoutSeconds") ?? mapping.TimeoutSeconds,
            Source = isMail ? "Email" : "Webhook",
            IsTrusted = IsTrusted(),
        }, null);

        string? Said(string name, string? template) =>
            Text(changes, name) ?? (template is null ? null : HookTemplate.Fill(template, request, time.GetUtcNow()).Trim() is { Length: > 0 } text ? text : null);

        bool IsTrusted() => Flag(changes, "allowUnsafeExternalContent") ?? (mapping.AllowUnsafeExternalContent || (isMail && hooks.GmailIsTrusted));
    }

    private static bool Matches(HookMappingConfig mapping, HookRequest request) =>
        (mapping.MatchPath is not { } path || path.Trim('/') == request.Path.Trim('/'))
        && (mapping.MatchSource is not { } source || Text(request.Payload, "source") == source);

    private static string? Text(JsonElement from, string name) =>
        Member(from, name) is { ValueKind: JsonValueKind.String } value && value.GetString()!.Trim() is { Length: > 0 } text ? text : null;

    private static bool? Flag(JsonElement from, string name) =>
        Member(from, name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value ? value.GetBoolean() : null;

    private static long? Number(JsonElement from, string name) =>
        Member(from, name) is { ValueKind: JsonValueKind.Number } value && value.GetDouble() is >= 1 and < 1e9 and var number ? (long)number : null;

    private static JsonElement? Member(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) ? value : null;
}
