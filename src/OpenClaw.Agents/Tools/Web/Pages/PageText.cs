namespace OpenClaw.Agents.Tools.Web.Pages;

/// <summary>What was read out of a page.</summary>
/// <param name="Title">Its title; empty when there is none.</param>
/// <param name="Text">Markdown or plain text.</param>
/// <param name="Extractor">How it was found: <c>readability</c>, <c>html</c>, <c>json</c> or <c>raw</c>.</param>
internal sealed record PageText(string Title, string Text, string Extractor);
