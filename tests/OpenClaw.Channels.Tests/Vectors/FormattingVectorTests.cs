using System.Text.Json.Nodes;
using OpenClaw.Channels.Chunking;
using OpenClaw.Channels.Formatting;

namespace OpenClaw.Channels.Tests.Vectors;

public class FormattingVectorTests
{
    [Fact]
    public void Telegram_html() => Vectors.Check("telegramHtml", static row => new()
    {
        ["code"] = Html(row, TableMode.Code),
        ["bullets"] = Html(row, TableMode.Bullets),
        ["off"] = Html(row, TableMode.Off),
    });

    [Fact]
    public void WhatsApp_tables() => Vectors.Check("whatsappTables", static row => new()
    {
        ["code"] = Assert.Single(WhatsAppText.Chunks(In(row), tables: TableMode.Code)),
        ["bullets"] = Assert.Single(WhatsAppText.Chunks(In(row), tables: TableMode.Bullets)),
    });

    [Fact]
    public void Plain_chunks() => Vectors.Check("chunkText", static row => new() { ["out"] = Array(TextChunks.Plain(In(row), Limit(row))) });

    [Fact]
    public void Markdown_chunks() => Vectors.Check("chunkMarkdown", static row => new() { ["out"] = Array(TextChunks.Markdown(In(row), Limit(row))) });

    [Fact]
    public void Paragraphs() => Vectors.Check("chunkParagraph", static row => new()
    {
        ["text"] = Array(TextChunks.Paragraphs(In(row), Limit(row))),
        ["markdown"] = Array(TextChunks.Paragraphs(In(row), Limit(row))),
    });

    [Fact]
    public void Telegram_chunks() => Vectors.Check("telegramChunks", static row => new()
    {
        ["out"] = new JsonArray([.. TelegramText.Chunks(In(row), Limit(row)).Select(c => new JsonObject { ["html"] = c.Html, ["text"] = c.Plain })]),
    });

    [Fact]
    public void Telegram_captions() => Vectors.Check("telegramCaption", static row =>
    {
        var (length, visible) = (row["inLength"]!.GetValue<int>(), row["trim"]!.GetValue<int>());
        var split = TelegramCaption.Split(new string('x', visible).PadLeft((length + visible) / 2).PadRight(length));
        return new() { ["out"] = new JsonObject { ["captionLength"] = split.Caption?.Plain.Length, ["followUpLength"] = split.FollowUp?.Length } };
    });

    private static JsonNode? Html(JsonObject row, TableMode tables) => TelegramHtml.Render(MarkdownReader.Read(In(row), tables));

    private static string In(JsonObject row) => row["in"]!.GetValue<string>();

    private static int Limit(JsonObject row) => row["limit"]!.GetValue<int>();

    private static JsonArray Array(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode?)t)];
}
