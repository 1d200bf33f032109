using CsCheck;

namespace OpenClaw.Channels.Tests.Formatting;

/// <summary>Texts that models, people and attackers write.</summary>
internal static class Adversary
{
    private static readonly string[] s_pieces =
    [
        "word", "Sentence one. ", "two words", " ", "  \n", "\n", "\n\n", "\t", "*", "**", "***", "_", "__", "~~", "~", "`", "``", "```", "```py\n", "\n```\n", "~~~",
        "# ", "\n# ", "> ", "\n> ", "- ", "\n- ", "\n  - ", "\n    - ", "1. ", "\n7) ", "    code", "\n    ", "|", " | ", "\n|---|---|\n", "| a | b |\n|---|:-:|\n| **x** | `y` |\n",
        "[", "](", ")", "[x](https://a.test/?q=1&r=\"2\")", "[e]()", "[j](javascript:alert(1))", "[d](data:text/html,<b>)", "![i](https://i.test/p.png)", "<https://auto.test>", "<me@a.test>",
        "https://bare.test/p_(x)_y.", "http://", "https://ünï.test/ä?b=ö", "[r]: https://ref.test\n", "[r]", "&", "&amp;", "&lt;b&gt;", "&#60;", "&#xD800;", "&quot;", "<", ">", "<b>", "</b>", "<script>x</script>",
        "<!-- x -->", "\"", "'", "\\", "\\*", "||spoil||", "🙂", "👨‍👩‍👧", "\ud83d", "\ude42", "日本語です。", "ünï", "\u202e", "\u200b", "\0", "\r\n", "\r", "---", "\n---\n", "===", "(", "(((", "a_b_c", "2*3*4", "tg://user?id=1",
    ];

    /// <summary>Pieces of everything.</summary>
    public static Gen<string> Markdown { get; } = Gen.OneOf(
        Gen.Int[0, s_pieces.Length - 1].Select(static i => s_pieces[i]).Array[0, 60].Select(string.Concat),
        Gen.String[Gen.Char, 0, 80],
        Gen.String[Gen.OneOf("*_~`[]()<>&|#- \n\"\\ax1.:/".ToCharArray()), 0, 80]);

    /// <summary>What is nested, or repeated, without end.</summary>
    public static TheoryData<string> Endless { get; } =
    [
        .. new[]
        {
            "[", "![", "[a](", "*", "*a ", "*a _b ", "**a** ", "~~a", "`", "`a``", "<a", "<https://", "- ", "> ", "1. ", "| a ", "a |\n", "|-|-|\n|a|b|\n", "[a]: b\n", "(", "&", "https://a.test/",
            "(https://a.test/", "\\", "```\n", "    ", "# ", "\n\n", "🙂", "a\n",
        },
    ];
}
