namespace OpenClaw.Configuration.Model.Channels;

/// <summary>How blocks of an answer are joined (<c>blockStreamingCoalesce</c>). Null members: defaults hold.</summary>
/// <param name="MinChars">Sent at once from this length on.</param>
/// <param name="MaxChars">Never longer than this.</param>
/// <param name="IdleMs">Sent after so long without another block.</param>
public sealed record CoalesceConfig(int? MinChars, int? MaxChars, long? IdleMs)
{
    internal static CoalesceConfig? Read(ConfigNode node) =>
        node.Object is null ? null : new CoalesceConfig(node.Count("minChars"), node.Count("maxChars"), node.Whole("idleMs"));
}
