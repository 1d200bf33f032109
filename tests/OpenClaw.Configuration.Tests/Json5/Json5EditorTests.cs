using System.Text.Json.Nodes;
using CsCheck;
using OpenClaw.Configuration.Json5;

namespace OpenClaw.Configuration.Tests.Json5;

public class Json5EditorTests
{
    private const string Sample = """
        // My gateway
        {
          // where it listens
          gateway: {
            port: 18789, // the usual one
            bind: 'loopback',
          },

          /* agents
             and models */
          "agents": {list: [{id: 'main'}, {id: 'work'}]},
          logging: {},
        }
        // end

        """;

    [Fact]
    public void A_changed_value_changes_nothing_else() =>
        Assert.Equal(Sample.Replace("18789", "19001"), Edit(Sample, c => c["gateway"]!["port"] = 19001));

    [Fact]
    public void A_new_key_is_written_like_its_neighbours() =>
        Assert.Equal(
            Sample.Replace("    bind: 'loopback',\n", "    bind: 'loopback',\n    mode: 'local',\n"),
            Edit(Sample, c => c["gateway"]!["mode"] = "local"));

    [Fact]
    public void A_new_section_is_indented_like_the_file() =>
        Assert.Equal(
            Sample.Replace("  logging: {},\n", "  logging: {},\n  hooks: {\n    enabled: true,\n    'a b': []\n  },\n"),
            Edit(Sample, c => c["hooks"] = new JsonObject { ["enabled"] = true, ["a b"] = new JsonArray() }));

    [Fact]
    public void A_key_can_enter_an_empty_object() =>
        Assert.Equal(
            Sample.Replace("logging: {}", "logging: {\n    level: 'debug'\n  }"),
            Edit(Sample, c => c["logging"]!["level"] = "debug"));

    [Fact]
    public void A_removed_key_takes_its_line_and_the_remark_behind_it() =>
        Assert.Equal(
            Sample.Replace("    port: 18789, // the usual one\n", ""),
            Edit(Sample, c => ((JsonObject)c["gateway"]!).Remove("port")));

    [Fact]
    public void An_item_of_a_list_on_one_line_comes_and_goes()
    {
        Assert.Equal(Sample.Replace("{id: 'main'}, ", ""), Edit(Sample, c => ((JsonArray)c["agents"]!["list"]!).RemoveAt(0)).Replace("[ {", "[{"));
        Assert.Equal(
            Sample.Replace("{id: 'work'}]", "{id: 'work'}, {id: 'new'}]"),
            Edit(Sample, c => ((JsonArray)c["agents"]!["list"]!).Add((JsonNode)new JsonObject { ["id"] = "new" })));
        Assert.Equal(
            Sample.Replace("{id: 'main'}, ", "{id: 'main'}, {id: 'mid'}, "),
            Edit(Sample, c => ((JsonArray)c["agents"]!["list"]!).Insert(1, new JsonObject { ["id"] = "mid" })));
    }

    [Fact]
    public void Plain_json_stays_plain_json()
    {
        const string Json = "{\n  \"a\": 1,\n  \"b\": {\n    \"c\": [\n      1\n    ]\n  }\n}\n";

        Assert.Equal("{\n  \"a\": 1\n}\n", Edit(Json, c => c.Remove("b")));
        Assert.Equal(Json.Replace("      1\n", "      1,\n      2\n"), Edit(Json, c => ((JsonArray)c["b"]!["c"]!).Add(JsonValue.Create(2))));
        Assert.Equal(Json.Replace("\"a\": 1,\n", "\"a\": 1,\n").Replace("  }\n}", "  },\n  \"d\": \"x\"\n}"), Edit(Json, c => c["d"] = "x"));
    }

    [Fact]
    public void Windows_line_ends_stay() =>
        Assert.Equal("{\r\n\ta: 1,\r\n\tb: {\r\n\t\tc: 2\r\n\t}\r\n}\r\n", Edit("{\r\n\ta: 1\r\n}\r\n", c => c["b"] = new JsonObject { ["c"] = 2 }));

    [Fact]
    public void Equal_values_in_other_notations_are_left_alone()
    {
        const string Text = "{a: 0x10, b: +1.50, c: '\\x41', 'd': 1e3}";

        Assert.Equal(Text, Edit(Text, _ => { }));
    }

    [Fact]
    public void All_repetitions_of_a_removed_key_go() =>
        Assert.Equal("{b: 2}", Edit("{a: 1, b: 2, a: 3}", c => c.Remove("a")).Replace("{ ", "{"));

    [Theory]
    [InlineData("{ a: 1,\n  b: 2, // behind\n}", "{ a: 1,\n  b: 2, c: 3, // behind\n}")]
    [InlineData("{ a: 1,\n  b: 2 // behind\n}", "{ a: 1,\n  b: 2, c: 3 // behind\n}")]
    public void What_is_added_to_a_line_goes_before_its_remark(string text, string expected) =>
        Assert.Equal(expected, Edit(text, c => c["c"] = 3));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("[1]")]
    [InlineData("{ broken")]
    public void What_is_not_an_object_is_written_anew(string text) =>
        Assert.Equal("{\n  \"a\": 1\n}\n", Json5Editor.Apply(text, new JsonObject { ["a"] = 1 }));

    [Fact]
    public void An_edit_means_what_was_asked_for() =>
        Gen.Select(JsonGenerators.Object, JsonGenerators.Object, Gen.Int[0, 3]).Sample(
            (before, after, layout) =>
            {
                var text = Decorate(before, layout);
                Assert.True(Json5Document.TryParse(text, out _, out _), text);
                var edited = EditExactly(text, after);
                Assert.True(Json5Document.TryParse(edited, out var document, out var error), $"{error}\n{text}\n->\n{edited}");
                return JsonNode.DeepEquals(document.ToJson(), after);
            },
            iter: 5_000);

    [Fact]
    public void Remarks_beside_what_is_untouched_survive() =>
        Gen.Select(JsonGenerators.Object, JsonGenerators.Value).Sample((before, value) =>
        {
            var text = "// head\n{\n  // about keep\n  keep: 1, // behind keep\n" +
                string.Concat(before.Where(p => p.Key is not ("keep" or "target")).Select(p => $"  // about {p.Key.Length}\n  {JsonValue.Create(p.Key).ToJsonString()}: {p.Value?.ToJsonString() ?? "null"},\n")) +
                "  target: 1,\n}\n// foot\n";
            var edited = Edit(text, c => c["target"] = value.Node?.DeepClone());
            return text.Split('\n').Where(l => l.Contains("//") && !l.Contains("no comment")).All(l => edited.Contains(l));
        });

    private static string Edit(string text, Action<JsonObject> change)
    {
        Assert.True(Json5Document.TryParse(text, out var document, out _));
        var target = (JsonObject)document.ToJson()!;
        change(target);
        return EditExactly(text, target);
    }

    /// <summary>The edit without the safety net that writes a file anew, so that a wrong edit shows.</summary>
    private static string EditExactly(string text, JsonObject target)
    {
        Assert.True(Json5Document.TryParse(text, out var document, out _));
        var edits = new List<TextEdit>();
        new DocumentDiff(document, edits).Change(document.Root, target);
        return TextEdit.Apply(text, edits);
    }

    private static string Decorate(JsonObject value, int layout) => layout switch
    {
        0 => value.ToJsonString(),
        1 => Json5Editor.Write(value),
        2 => new Json5Writer(new Json5Style("\r\n", "\t", false, '\'', ":")).Value(value, ""),
        _ => "/* a */ " + new Json5Writer(new Json5Style("\n", "   ", false, '\'', ": "))
            .Value(value, "").Replace(",\n", ", // b\n").Replace("\n}", ",\n /* c */ }").Replace("{,", "{"),
    };
}
