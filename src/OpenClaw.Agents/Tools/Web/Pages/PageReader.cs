using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using OpenClaw.Agents.Sessions;
using SmartReader;

namespace OpenClaw.Agents.Tools.Web.Pages;

/// <summary>Reads the text out of an answer of any type. Works on the thread of its caller; a page may take some tenths of a second.</summary>
internal static class PageReader
{
    // A longer page is a data dump; its beginning says enough and the time to read it stays bounded.
    private const int MaxHtmlChars = 2_000_000;

    // Browsers stop at 512 as well; deeper pages are built to exhaust the stack of readers.
    private const int MaxDepth = 256;

    /// <summary>The text of a page.</summary>
    /// <param name="url">Where it came from, for relative links.</param>
    /// <param name="mediaType">Without parameters, in lower case.</param>
    /// <param name="content">Decoded body.</param>
    /// <param name="markdown">True: Markdown; false: plain text.</param>
    /// <param name="ct">Ends the reading.</param>
    public static PageText Read(Uri url, string mediaType, string content, bool markdown, CancellationToken ct)
    {
        if (mediaType is "text/html" or "application/xhtml+xml" || (mediaType.Length == 0 && LooksLikeHtml(content)))
            return Html(url, content, markdown, ct);
        if (mediaType is "application/json" or "text/json" || mediaType.EndsWith("+json", StringComparison.Ordinal))
            return Json(content);
        return new PageText(string.Empty, content, "raw");
    }

    private static PageText Html(Uri url, string html, bool markdown, CancellationToken ct)
    {
        if (html.Length > MaxHtmlChars)
            html = html[..MaxHtmlChars];
        if (TagScan.Depth(html) > MaxDepth)
            return new PageText(string.Empty, TagScan.Strip(html), "html");
        using var document = new HtmlParser().ParseDocument(html);
        ct.ThrowIfCancellationRequested();
        var title = Line(document.Title);
        var article = Article(url, html, ct);
        if (article is { IsReadable: true } && !string.IsNullOrWhiteSpace(article.TextContent))
        {
            using var body = new HtmlParser().ParseDocument(article.Content);
            var name = Line(article.Title) is { Length: > 0 } found ? found : title;
            return new PageText(name, Render(body.Body, url, markdown), "readability");
        }

        return new PageText(title, Render(document.Body, url, markdown), "html");
    }

    private static Article? Article(Uri url, string html, CancellationToken ct)
    {
        // The reader changes the document it is given, so it gets its own.
        using var reader = new Reader(url.AbsoluteUri, new HtmlParser().ParseDocument(html)) { Debug = false };
        try
        {
            return reader.GetArticleAsync(ct).GetAwaiter().GetResult();
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // A page it cannot cope with is read without it.
            return null;
        }
    }

    private static string Render(IElement? body, Uri url, bool markdown) =>
        body is null ? string.Empty : new DocumentText(url, markdown).Write(body);

    private static PageText Json(string content)
    {
        try
        {
            if (JsonNode.Parse(content) is { } node)
                return new PageText(string.Empty, Encoding.UTF8.GetString(StoreJson.Write(node, indented: true)), "json");
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException or InvalidOperationException)
        {
            // Labelled JSON and is not: shown as it came.
            return new PageText(string.Empty, content, "raw");
        }

        return new PageText(string.Empty, content, "raw");
    }

    private static bool LooksLikeHtml(string content) =>
        content.AsSpan(0, Math.Min(content.Length, 512)).TrimStart().StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
        || content.AsSpan(0, Math.Min(content.Length, 512)).TrimStart().StartsWith("<html", StringComparison.OrdinalIgnoreCase);

    private static string Line(string? text) => string.Join(' ', (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
