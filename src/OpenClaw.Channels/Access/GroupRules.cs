using OpenClaw.Channels.Inbound;
using OpenClaw.Configuration.Model.Channels;

namespace OpenClaw.Channels.Access;

/// <summary>What the config says about one group and one topic in it: the group's own entry before <c>*</c>, the topic's before the group's.</summary>
public sealed record GroupRules
{
    private const string Any = "*";
    private const string GeneralTopic = "1";

    /// <summary>False: everything in it is ignored.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>False: only certain groups are answered, and this is none of them.</summary>
    public bool IsListed { get; init; } = true;

    /// <summary>Who may write here, under every policy; null: not restricted here.</summary>
    public IReadOnlyList<string>? AllowFrom { get; init; }

    /// <summary>True: only what mentions us is answered, unless the session says otherwise.</summary>
    public bool RequireMention { get; init; } = true;

    /// <summary>Skills offered here; null: all of the agent.</summary>
    public IReadOnlyList<string>? Skills { get; init; }

    /// <summary>Prompts of the group and the topic; null: there are none.</summary>
    public string? SystemPrompt { get; init; }

    /// <summary>Finds what holds for an event. Direct chats have no such rules.</summary>
    public static GroupRules Of(ChannelAccountConfig account, InboundEvent inbound)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(inbound);
        if (inbound.ChatType == "direct")
            return new GroupRules();
        var fallback = account.Groups.GetValueOrDefault(Any);
        var group = account.Groups.GetValueOrDefault(inbound.ChatId) ?? fallback;
        var topic = inbound.IsForum ? group?.Topics.GetValueOrDefault(inbound.ThreadId ?? GeneralTopic) : null;
        return new GroupRules
        {
            Enabled = group?.Enabled != false && topic?.Enabled != false,
            IsListed = account.Groups.Count == 0 || group is not null,
            AllowFrom = topic?.AllowFrom ?? group?.AllowFrom,
            RequireMention = topic?.RequireMention ?? group?.RequireMention ?? fallback?.RequireMention ?? true,
            Skills = topic?.Skills ?? group?.Skills,
            SystemPrompt = Join(group?.SystemPrompt, topic?.SystemPrompt),
        };
    }

    private static string? Join(string? group, string? topic)
    {
        string[] prompts = [.. new[] { group?.Trim(), topic?.Trim() }.OfType<string>().Where(static prompt => prompt.Length > 0)];
        return prompts.Length == 0 ? null : string.Join("\n\n", prompts);
    }
}
