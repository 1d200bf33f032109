using System.Text.Json;
using OpenClaw.Agents.Runs;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>The members of a request that say how the model chooses its words.</summary>
internal static class SamplingFields
{
    private const int MaxStops = 4;

    /// <summary>The settings, or which one is wrong.</summary>
    /// <param name="body">The request.</param>
    /// <param name="maxTokens">Members for the longest answer; the first one present counts.</param>
    public static (Sampling? Sampling, ApiFault? Fault) Read(JsonElement body, params ReadOnlySpan<string> maxTokens)
    {
        long? limit = null;
        foreach (var name in maxTokens)
        {
            if (body.Field(name) is not { } value)
                continue;
            if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var tokens) || tokens < 1)
                return (null, new ApiFault($"{name}: a whole number above 0"));
            limit ??= tokens;
        }

        double? temperature = null, topP = null, frequency = null, presence = null;
        var fault = Number(body, "temperature", 0, 2, ref temperature) ?? Number(body, "top_p", 0, 1, ref topP)
            ?? Number(body, "frequency_penalty", -2, 2, ref frequency) ?? Number(body, "presence_penalty", -2, 2, ref presence);
        long? seed = null;
        if (fault is null && body.Field("seed") is { } given)
        {
            if (given.ValueKind == JsonValueKind.Number && given.TryGetInt64(out var whole))
                seed = whole;
            else
                fault = new ApiFault("seed: a whole number");
        }

        var (stops, badStop) = Stops(body);
        return (fault ?? badStop) is { } wrong ? (null, wrong) : (new Sampling(limit, temperature, topP, stops, seed, frequency, presence), null);
    }

    private static ApiFault? Number(JsonElement body, string name, double min, double max, ref double? result)
    {
        if (body.Field(name) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.Number || value.GetDouble() is var number && (number < min || number > max))
            return new ApiFault($"{name}: a number from {min} to {max}");
        result = value.GetDouble();
        return null;
    }

    private static (IReadOnlyList<string>? Stops, ApiFault? Fault) Stops(JsonElement body)
    {
        if (body.Field("stop") is not { } stop)
            return (null, null);
        if (stop.ValueKind == JsonValueKind.String)
            return ([stop.GetString()!], null);
        return stop.ValueKind == JsonValueKind.Array && stop.GetArrayLength() <= MaxStops
            && stop.EnumerateArray().All(static one => one.ValueKind == JsonValueKind.String)
                ? ([.. stop.EnumerateArray().Select(static one => one.GetString()!)], null)
                : (null, new ApiFault($"stop: a text or at most {MaxStops} texts"));
    }
}
