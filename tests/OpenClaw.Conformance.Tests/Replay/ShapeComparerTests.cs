using System.Text.Json.Nodes;

namespace OpenClaw.Conformance.Tests.Replay;

/// <summary>A comparison that finds nothing proves nothing: here it has to find something.</summary>
public class ShapeComparerTests
{
    [Theory]
    [InlineData("""{"a":1,"b":"x"}""", """{"a":2,"b":"y"}""", "")]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""", "$ KeyOrder")]
    [InlineData("""{"a":1,"b":2}""", """{"a":1}""", "$.b MissingKey")]
    [InlineData("""{"a":1}""", """{"a":1,"b":2}""", "$.b ExtraKey")]
    [InlineData("""{"a":{"b":1}}""", """{"a":{"b":"1"}}""", "$.a.b Type")]
    [InlineData("""{"a":null}""", """{"a":1}""", "$.a Type")]
    [InlineData("""{"a":"<PORT>"}""", """{"a":18789}""", "")]
    [InlineData("""{"a":[1,2,3]}""", """{"a":[1]}""", "")]
    [InlineData("""{"a":[]}""", """{"a":[1]}""", "")]
    [InlineData("""{"a":[1]}""", """{"a":[]}""", "$.a[] Absent")]
    [InlineData("""{"a":[{"b":1},{"c":1}]}""", """{"a":[{"b":1}]}""", "$.a[] Absent")]
    [InlineData("""{"a":[{"b":1}]}""", """{"a":[{"b":1},{"b":1,"c":2}]}""", "$.a[].c ExtraKey")]
    [InlineData("""{"a":[{"b":1},{"b":1,"c":2},{"<more>":9}]}""", """{"a":[{"b":1}]}""", "")]
    [InlineData("""{"a":[{"b":1},{"b":1,"c":2},{"<more>":9}]}""", """{"a":[{"b":1,"d":3}]}""", "$.a[].d ExtraKey")]
    public void Keys_order_and_types_are_compared_and_nothing_else(string recorded, string actual, string expected)
    {
        var found = ShapeComparer.Compare("x", JsonNode.Parse(recorded), JsonNode.Parse(actual));

        Assert.Equal(expected, string.Join(", ", found.Select(d => $"{d.Path} {d.Kind}")));
    }

    [Theory]
    [InlineData("unknown requestId", "unknown requestId", true)]
    [InlineData("unknown requestId", "unknown id", false)]
    [InlineData("archived at <HOME>/x", "archived at /tmp/abc/x", true)]
    [InlineData("at 1:7 (x)", "at 1:7 (y)", false)]
    public void Texts_are_equal_but_for_what_a_placeholder_stands_for(string recorded, string actual, bool same) =>
        Assert.Equal(same, Placeholders.Matches(recorded, actual));
}
