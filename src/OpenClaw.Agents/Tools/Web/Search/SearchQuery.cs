namespace OpenClaw.Agents.Tools.Web.Search;

/// <summary>What is searched for.</summary>
/// <param name="Text">The words.</param>
/// <param name="Count">Most results, 1 to 10.</param>
/// <param name="Country">Two letters; null: anywhere.</param>
/// <param name="SearchLanguage">Language of the results, two letters.</param>
/// <param name="UiLanguage">Language of the surroundings.</param>
/// <param name="Freshness"><c>pd</c>, <c>pw</c>, <c>pm</c>, <c>py</c> or <c>YYYY-MM-DDtoYYYY-MM-DD</c>; null: any age.</param>
internal sealed record SearchQuery(string Text, int Count, string? Country, string? SearchLanguage, string? UiLanguage, string? Freshness);
