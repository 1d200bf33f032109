using System.Text.Json;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>
/// Checks the outer shape of a <c>/v1/responses</c> request (spec 06 §3.1). Unknown members are refused, so that a typing error does not
/// pass for a setting; those that OpenAI's own clients send are known and, where nothing here depends on them, ignored.
/// </summary>
internal static class ResponsesRequest
{
    private static readonly HashSet<string> s_known = new(StringComparer.Ordinal)
    {
        "model", "input", "instructions", "tools", "tool_choice", "stream", "max_output_tokens", "max_tool_calls", "user", "temperature", "top_p",
        "metadata", "store", "previous_response_id", "reasoning", "truncation", "include", "parallel_tool_calls", "text", "prompt_cache_key",
        "prompt_cache_retention", "safety_identifier", "service_tier", "stream_options", "top_logprobs", "background",
    };

    private static readonly (string Name, string[] Values)[] s_choices = [("truncation", ["auto", "disabled"])];

    /// <summary>The first thing that is wrong, or null.</summary>
    public static ApiFault? Fault(JsonElement body)
    {
        if (body.Field("model") is not { } model)
            return new ApiFault("model: Invalid input: expected string, received undefined");
        if (model.ValueKind != JsonValueKind.String)
            return new ApiFault($"model: Invalid input: expected string, received {Kind(model)}");
        if (body.Field("input") is not { ValueKind: JsonValueKind.String or JsonValueKind.Array })
            return new ApiFault("input: Invalid input");
        if (body.EnumerateObject().FirstOrDefault(member => !s_known.Contains(member.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } unknown)
            return new ApiFault($"Unrecognized key: \"{unknown.Name}\"");
        return Typed(body, "string", JsonValueKind.String, "instructions", "user", "previous_response_id")
            ?? Typed(body, "array", JsonValueKind.Array, "tools", "include")
            ?? Typed(body, "object", JsonValueKind.Object, "metadata", "reasoning", "text", "stream_options")
            ?? Flags(body)
            ?? Choices(body);
    }

    private static ApiFault? Typed(JsonElement body, string expected, JsonValueKind kind, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (body.Field(name) is { } value && value.ValueKind != kind)
                return new ApiFault($"{name}: Invalid input: expected {expected}, received {Kind(value)}");
        }

        return null;
    }

    private static ApiFault? Flags(JsonElement body)
    {
        foreach (var name in (ReadOnlySpan<string>)["stream", "store", "parallel_tool_calls", "background"])
        {
            if (body.Field(name) is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) } value)
                return new ApiFault($"{name}: Invalid input: expected boolean, received {Kind(value)}");
        }

        return body.Flag("background") ? new ApiFault("background: not supported; leave it out and stream the response instead") : null;
    }

    private static ApiFault? Choices(JsonElement body)
    {
        foreach (var (name, values) in s_choices)
        {
            if (body.Field(name) is { } value && !(value.ValueKind == JsonValueKind.String && values.Contains(value.GetString(), StringComparer.Ordinal)))
                return new ApiFault($"{name}: Invalid option: expected one of {string.Join('|', values.Select(static v => $"\"{v}\""))}");
        }

        return null;
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
