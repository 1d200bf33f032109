using System.Globalization;
using System.Text.Json;
using CsCheck;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Tests.Schema;

/// <summary>Generators of JSON text.</summary>
internal static class Random
{
    private static readonly Gen<string> s_text = Gen.Char["abz /~\"\\éß漢\u0001"].Array[0, 12].Select(c => JsonSerializer.Serialize(new string(c)));

    /// <summary>Any JSON, a few levels deep, with member names that mean something to some method.</summary>
    public static Gen<string> Json { get; } = Value(3);

    /// <summary>JSON that fits a shape.</summary>
    public static Gen<string> Valid(Shape shape) => shape switch
    {
        ObjectShape known => Object(known),
        UnionShape union => Gen.OneOf([.. union.Branches.Select(Valid)]),
        TextShape text => Gen.Char["abcé漢"].Array[Math.Max(text.Min, 0), text.Max < 0 ? text.Min + 8 : text.Max].Select(c => JsonSerializer.Serialize(new string(c))),
        ConstantShape constant => Gen.Const(JsonSerializer.Serialize(constant.Value)),
        NumberShape number => Gen.Long[(long)Math.Max(number.Min, -1000), (long)Math.Min(number.Max, 100_000)]
            .Select(Gen.Bool, (n, fraction) => n.ToString(CultureInfo.InvariantCulture) + (fraction ? ".0" : "")),
        FlagShape => Gen.Bool.Select(b => b ? "true" : "false"),
        NullShape => Gen.Const("null"),
        ArrayShape array => Valid(array.Item).Array[array.Min, array.Max < 0 ? array.Min + 3 : array.Max].Select(items => $"[{string.Join(',', items)}]"),
        MapShape map => Gen.Select(Gen.Char['a', 'z'], Valid(map.Value), (name, value) => $"{{\"{name}\":{value}}}"),
        _ => Value(2),
    };

    // Members in any order; the optional ones now and then.
    private static Gen<string> Object(ObjectShape shape)
    {
        var members = shape.Members.Select(m => Gen.Select(Valid(m.Shape), Gen.Bool, Gen.Int, (value, present, order) =>
            (Text: m.IsRequired || present ? $"\"{m.Name}\":{value}" : null, Order: order))).ToArray();
        var all = members.Aggregate(
            Gen.Const(Array.Empty<(string? Text, int Order)>()),
            (list, member) => Gen.Select(list, member, (l, m) => l.Append(m).ToArray()));
        return all.Select(list => $"{{{string.Join(',', list.Where(m => m.Text is not null).OrderBy(m => m.Order).Select(m => m.Text))}}}");
    }

    private static Gen<string> Value(int depth)
    {
        var scalar = Gen.OneOf(
            s_text,
            Gen.Double.Select(d => double.IsFinite(d) ? d.ToString("R", CultureInfo.InvariantCulture) : "0"),
            Gen.Long.Select(n => n.ToString(CultureInfo.InvariantCulture)),
            Gen.OneOf("true", "false", "null", "1.0", "1e999", "-0", "[]", "{}"));
        if (depth == 0)
            return scalar;
        var name = Gen.OneOf(s_text, Gen.OneOf("\"key\"", "\"id\"", "\"sessionKey\"", "\"message\"", "\"limit\"", "\"client\"", "\"patch\""));
        var member = Gen.Select(name, Value(depth - 1), (n, v) => $"{n}:{v}");
        return Gen.OneOf(
            scalar,
            Value(depth - 1).Array[0, 3].Select(items => $"[{string.Join(',', items)}]"),
            member.Array[0, 4].Select(items => $"{{{string.Join(',', items)}}}"));
    }
}
