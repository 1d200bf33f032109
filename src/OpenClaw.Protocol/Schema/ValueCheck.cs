using System.Text.Json;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Protocol.Schema;

/// <summary>Checks the value a reader stands on and leaves the reader on its last token.</summary>
internal static class ValueCheck
{
    /// <summary>What the value got wrong. A wrong type ends the checks of that value.</summary>
    public static Failures Run(ref Utf8JsonReader reader, Shape shape)
    {
        switch (shape)
        {
            case AnyShape:
                reader.Skip();
                return default;
            case ObjectShape known when reader.TokenType == JsonTokenType.StartObject:
                return ObjectCheck.Run(ref reader, known);
            case MapShape map when reader.TokenType == JsonTokenType.StartObject:
                return Map(ref reader, map);
            case ArrayShape array when reader.TokenType == JsonTokenType.StartArray:
                return Items(ref reader, array);
            case UnionShape union:
                return Union(ref reader, union);
            default:
                var fault = Scalar(ref reader, shape);
                reader.Skip();
                var failures = default(Failures);
                if (fault is not null)
                    failures.Add(new Failure("", fault));
                return failures;
        }
    }

    private static string? Scalar(ref Utf8JsonReader reader, Shape shape) => shape switch
    {
        TextShape text => reader.TokenType == JsonTokenType.String ? TextCheck.Fault(ref reader, text) : "must be string",
        ConstantShape constant => reader.TokenType != JsonTokenType.String ? "must be string"
            : reader.ValueTextEquals(constant.Utf8) ? null : "must be equal to constant",
        NumberShape number => NumberCheck.Fault(ref reader, number),
        FlagShape => reader.TokenType is JsonTokenType.True or JsonTokenType.False ? null : "must be boolean",
        NullShape => reader.TokenType == JsonTokenType.Null ? null : "must be null",
        ArrayShape => "must be array",
        _ => "must be object",
    };

    // The reader is a struct: every branch reads a copy, and the one that matches is kept.
    private static Failures Union(ref Utf8JsonReader reader, UnionShape union)
    {
        var all = default(Failures);
        var end = reader;
        for (var i = 0; i < union.Branches.Count; i++)
        {
            var copy = reader;
            var failures = Run(ref copy, union.Branches[i]);
            end = copy;
            if (failures.None)
            {
                reader = copy;
                return default;
            }

            all.AddAll(failures);
        }

        reader = end;
        all.Add(new Failure("", "must match a schema in anyOf"));
        return all;
    }

    private static Failures Items(ref Utf8JsonReader reader, ArrayShape array)
    {
        var items = default(Failures);
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var failures = Run(ref reader, array.Item);
            if (!failures.None)
                items.AddUnder(count.ToString(System.Globalization.CultureInfo.InvariantCulture), failures);
            count++;
        }

        if (count >= array.Min && (array.Max < 0 || count <= array.Max))
            return items;
        var sized = default(Failures);
        sized.Add(new Failure("", count < array.Min
            ? $"must NOT have fewer than {array.Min} items"
            : $"must NOT have more than {array.Max} items"));
        sized.AddAll(items);
        return sized;
    }

    private static Failures Map(ref Utf8JsonReader reader, MapShape map)
    {
        var all = default(Failures);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var at = reader;
            reader.Read();
            var failures = Run(ref reader, map.Value);
            if (!failures.None)
                all.AddUnder(JsonText.ShortName(ref at), failures);
        }

        return all;
    }
}
