using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Tests.Vectors;

/// <summary>Every row of the vectors that we answer differently, the number of the fix (spec 10 §15) or its section, and our answer.</summary>
internal static class Deviations
{
    private const string Table = "| H1 | H2 |\n|---|:-:|\n| a | **b** |\n| c | `d` |";

    public static IReadOnlyList<Deviation> All { get; } =
    [
        .. Html("- a\n- b\n\n  para in b\n- c", "fix 11", "• a\n• b\n  para in b\n• c"),
        .. Html("1. one\n2. two\n   - n1\n   - n2\n3. three", "fix 11", "1. one\n2. two\n  • n1\n  • n2\n3. three"),
        .. Html("```py\nx = 1 < 2\n```\nafter", "fix 11", "<pre><code class=\"language-py\">x = 1 &lt; 2\n</code></pre>\nafter"),
        .. Html("see example.com or mail me@ex.test", "fix 11", "see example.com or mail me@ex.test"),
        new("whatsappTables", Table, "code", "fix 10", "```\n| H1 | H2 |\n| --- | --- |\n| a  | b  |\n| c  | d  |\n```"),
        new("whatsappTables", Table, "bullets", "fix 10", "*a*\n• H2: *b*\n\n*c*\n• H2: `d`"),
    ];

    private static IEnumerable<Deviation> Html(string input, string why, JsonNode ours) =>
        new[] { "code", "off", "bullets" }.Select(mode => new Deviation("telegramHtml", input, mode, why, ours.DeepClone()));
}
