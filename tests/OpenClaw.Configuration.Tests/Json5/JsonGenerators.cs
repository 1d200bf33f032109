using System.Text.Json.Nodes;
using CsCheck;

namespace OpenClaw.Configuration.Tests.Json5;

/// <summary>Random JSON. Wrapped, because the null node is a value like any other.</summary>
internal static class JsonGenerators
{
    private static readonly Gen<string> s_name = Gen.OneOf(
        OneOf("a", "b", "c", "port", "x y", "_z", "1st", "", "k'q", "k\"q"), Gen.String[0, 4].Select(Printable));

    private static readonly Gen<Wrapped> s_scalar = Gen.OneOf(
        Gen.Const(new Wrapped(null)),
        Gen.Bool.Select(b => new Wrapped(JsonValue.Create(b))),
        Gen.Long[-1000, 1000].Select(n => new Wrapped(JsonValue.Create(n))),
        Gen.Double[-1e6, 1e6].Select(n => new Wrapped(JsonValue.Create(n))),
        Gen.String[0, 12].Select(s => new Wrapped(JsonValue.Create(Printable(s)))),
        OneOf("it's", "\"q\"", "back\\slash", "// no comment", "line\nbreak", "\u2028").Select(s => new Wrapped(JsonValue.Create(s))));

    public static Gen<Wrapped> Value { get; } = Nested(3);

    public static Gen<JsonObject> Object { get; } = ObjectOf(Nested(2));

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static Gen<Wrapped> Nested(int depth) =>
        depth == 0
            ? s_scalar
            : Gen.Frequency(
                (3, s_scalar),
                (2, ObjectOf(Nested(depth - 1)).Select(o => new Wrapped(o))),
                (2, Nested(depth - 1).Array[0, 4].Select(items => new Wrapped(new JsonArray([.. items.Select(i => i.Node?.DeepClone())])))));

    private static Gen<JsonObject> ObjectOf(Gen<Wrapped> value) =>
        Gen.Select(s_name, value).Array[0, 5].Select(pairs =>
        {
            var result = new JsonObject();
            foreach (var (name, item) in pairs)
                result[name] = item.Node?.DeepClone();
            return result;
        });

    // Half surrogate pairs cannot be compared after a trip through UTF-8.
    private static string Printable(string text) => new([.. text.Where(c => !char.IsSurrogate(c))]);

    internal sealed record Wrapped(JsonNode? Node)
    {
        public override string ToString() => Node?.ToJsonString() ?? "null";
    }
}
