using System.Text.Json.Nodes;
using CsCheck;
using OpenClaw.Configuration.Json5;

namespace OpenClaw.Configuration.Tests.Json5;

public class Json5DocumentTests
{
    public static TheoryData<string, string> Accepted => new()
    {
        { "{}", "{}" },
        { "[]", "[]" },
        { " \u00a0\ufeff\v\f{}\u2028\u2029", "{}" },
        { "{a:1}", """{"a":1}""" },
        { "{'a':1,}", """{"a":1}""" },
        { "{$_:1,_$:2,ünï:3,\\u0061b:4}", """{"$_":1,"_$":2,"ünï":3,"ab":4}""" },
        { "{while:null,true:true,false:false}", """{"while":null,"true":true,"false":false}""" },
        { "[1,]", "[1]" },
        { "[.5,5.,+1,-1,-.5,1e3,1E-2,0x1F,0XdeCAF,-0x10,0,-0]", "[0.5,5,1,-1,-0.5,1000,0.01,31,912559,-16,0,0]" },
        { "[Infinity,-Infinity,+Infinity,NaN,-NaN]", "[null,null,null,null,null]" },
        { "9007199254740993", "9007199254740993" },
        { "123456789012345678", "123456789012345678" },
        { "'it\\'s \"quoted\"'", "\"it's \\\"quoted\\\"\"" },
        { "\"\\b\\f\\n\\r\\t\\v\\0\\x41\\u0042\\a\\/\"", "\"\\b\\f\\n\\r\\t\\u000b\\u0000ABa/\"" },
        { "'one\\\ntwo\\\r\nthree\\\u2028four'", "\"onetwothreefour\"" },
        { "'\u2028'", "\"\u2028\"" },
        { "// line\n/* block * / ** */ {/**/a/**/:/**/1/**/,/**/}// end", """{"a":1}""" },
        { "{a:1,a:2}", """{"a":2}""" },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Json5_reads_as_the_json_it_means(string text, string json)
    {
        Assert.True(Json5Document.TryParse(text, out var document, out var error), error?.ToString());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), document.ToJson()), document.ToJson()?.ToJsonString());
    }

    [Theory]
    [InlineData("{ not json", "JSON5: invalid character 'j' at 1:7")]
    [InlineData("{", "JSON5: invalid end of input at 1:2")]
    [InlineData("", "JSON5: invalid end of input at 1:1")]
    [InlineData("{\n  a: 1,\n  b: ?\n}", "JSON5: invalid character '?' at 3:6")]
    [InlineData("[1 2]", "JSON5: invalid character '2' at 1:4")]
    [InlineData("{,}", "JSON5: invalid character ',' at 1:2")]
    [InlineData("[,]", "JSON5: invalid character ',' at 1:2")]
    [InlineData("010", "JSON5: invalid character '1' at 1:2")]
    [InlineData("0x", "JSON5: invalid end of input at 1:3")]
    [InlineData(".", "JSON5: invalid end of input at 1:2")]
    [InlineData("1e", "JSON5: invalid end of input at 1:3")]
    [InlineData("1a", "JSON5: invalid character 'a' at 1:2")]
    [InlineData("nul", "JSON5: invalid end of input at 1:4")]
    [InlineData("nulls", "JSON5: invalid character 's' at 1:5")]
    [InlineData("'a\nb'", "JSON5: invalid character '\\n' at 1:3")]
    [InlineData("'\\1'", "JSON5: invalid character '1' at 1:3")]
    [InlineData("'\\01'", "JSON5: invalid character '1' at 1:4")]
    [InlineData("'\\xg0'", "JSON5: invalid character 'g' at 1:4")]
    [InlineData("'open", "JSON5: invalid end of input at 1:6")]
    [InlineData("/* open", "JSON5: invalid end of input at 1:8")]
    [InlineData("{a-b:1}", "JSON5: invalid character '-' at 1:3")]
    [InlineData("{\\u0031a:1}", "JSON5: invalid identifier character at 1:2")]
    [InlineData("{}{}", "JSON5: invalid character '{' at 1:3")]
    [InlineData("\0", "JSON5: invalid character '\\0' at 1:1")]
    public void What_is_not_json5_is_refused_with_its_place(string text, string message)
    {
        Assert.False(Json5Document.TryParse(text, out _, out var error));
        Assert.Equal(message, error.WireText);
    }

    [Fact]
    public void A_hundred_kilobytes_of_brackets_are_refused_and_not_recursed_into()
    {
        Assert.False(Json5Document.TryParse(new string('[', 100_000), out _, out var error));
        Assert.Equal("nesting deeper than 50 levels", error.Message);
        Assert.False(Json5Document.TryParse(string.Concat(Enumerable.Repeat("{a:", 100_000)), out _, out _));
    }

    [Fact]
    public void Every_value_and_key_knows_its_line_and_column()
    {
        Assert.True(Json5Document.TryParse("{\n  // port\n  gateway: {\n    port:\n      1,\n  },\n  list: [1, 'x'],\n}", out var document, out _));

        Assert.Equal((4, 5), document.Locate(["gateway", "port"]));
        Assert.Equal((7, 13), document.Locate(["list", "1"]));
        Assert.Equal((3, 3), document.Locate(["gateway", "missing", "deeper"]));
        Assert.Equal((1, 1), document.Locate([]));
    }

    [Fact]
    public void Whatever_json_is_written_reads_back_the_same() =>
        JsonGenerators.Value.Sample(value =>
        {
            Assert.True(Json5Document.TryParse(Json5Editor.Write(value.Node), out var document, out _));
            return JsonNode.DeepEquals(value.Node, document.ToJson());
        });

    [Fact]
    public void No_text_makes_the_reader_throw() =>
        Gen.OneOf(Gen.String, Gen.Char["{}[]:,'\"\\/*\n0123456789abxuINf.+-e "].Array[0, 60].Select(c => new string(c)))
            .Sample(text => Json5Document.TryParse(text, out _, out var error) || (error.Line >= 1 && error.Column >= 1));

    [Fact]
    public void A_text_cut_anywhere_is_refused_or_means_something()
    {
        const string Text = "{\n // c\n a: 'b', \"c\": [1, .5, 0x1f, null, true], d: {e: /* x */ -1e-3},\n}\n";

        Assert.All(Enumerable.Range(0, Text.LastIndexOf('}')), n => Assert.False(Json5Document.TryParse(Text[..n], out _, out _)));
    }
}
