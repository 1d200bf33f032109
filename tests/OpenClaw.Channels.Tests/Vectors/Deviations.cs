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
        new("whatsappTarget", "+1 (555) 123-4567", "looksLikeId", "fix 15", true),
        new("whatsappTarget", "123456@lid", "normalized", "fix 22", "123456@lid"),
        new("whatsappTarget", "123456@lid", "messaging", "fix 22", "123456@lid"),
        new("whatsappTarget", "15551234567:3@s.whatsapp.net", "e164", "§5.1: the device is no part of the number", "+15551234567"),
        .. new[] { "", "  ", "notanumber", "+" }.Select(static text => new Deviation(
            "whatsappTarget", text, "jid", "§5.10: refused before it has an address", null)),
        .. new[] { "777", "12345", "-100:topic:42", "-100:42", "https://t.me/Chan_1", "t.me/chan" }.Select(static text => new Deviation(
            "telegramTarget", text, "looksLikeId", "fix 15", true)),
        new("telegramTarget", "TELEGRAM:5", "messaging", "§5.1: the prefix goes in any case", "telegram:5"),
        new(
            "telegramForward",
            """{"forward_origin":{"type":"channel","date":1,"chat":{"id":-1,"title":"T","username":"t"},"author_signature":"S"}}""",
            "out",
            "§8.6: the signature is read",
            JsonNode.Parse("""{"from":"T","date":1,"fromType":"channel","fromId":"-1","fromUsername":"t","fromTitle":"T","fromSignature":"S"}""")),
    ];

    private static IEnumerable<Deviation> Html(string input, string why, JsonNode ours) =>
        new[] { "code", "off", "bullets" }.Select(mode => new Deviation("telegramHtml", input, mode, why, ours.DeepClone()));
}
