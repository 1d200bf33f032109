using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Voice;

/// <summary>Wake words, talk mode and speech (spec 02 §14).</summary>
public static class VoiceMethods
{
    /// <summary><c>voicewake.get</c></summary>
    public static MethodDefinition<AnyParams, VoiceWakeGetResult> WakeGet { get; } = new(
        "voicewake.get",
        MethodScope.Read,
        static () => ProtocolJson.Default.AnyParams,
        static () => ProtocolJson.Default.VoiceWakeGetResult)
    {
        Checked = false,
        Summary = "Returns the wake words.",
    };

    /// <summary><c>voicewake.set</c></summary>
    public static MethodDefinition<VoiceWakeSetParams, VoiceWakeSetResult> WakeSet { get; } = new(
        "voicewake.set",
        MethodScope.Write,
        static () => ProtocolJson.Default.VoiceWakeSetParams,
        static () => ProtocolJson.Default.VoiceWakeSetResult)
    {
        Checked = false,
        Summary = "Sets the wake words.",
    };

    /// <summary><c>talk.mode</c></summary>
    public static MethodDefinition<TalkModeParams, TalkModeResult> TalkMode { get; } = new(
        "talk.mode",
        MethodScope.Write,
        static () => ProtocolJson.Default.TalkModeParams,
        static () => ProtocolJson.Default.TalkModeResult)
    {
        Summary = "Tells everybody whether the assistant listens.",
    };

    /// <summary><c>tts.status</c></summary>
    public static MethodDefinition<AnyParams, TtsStatusResult> TtsStatus { get; } = new(
        "tts.status",
        MethodScope.Read,
        static () => ProtocolJson.Default.AnyParams,
        static () => ProtocolJson.Default.TtsStatusResult)
    {
        Checked = false,
        Summary = "Returns how replies are spoken.",
    };

    /// <summary><c>tts.providers</c></summary>
    public static MethodDefinition<AnyParams, TtsProvidersResult> TtsProviders { get; } = new(
        "tts.providers",
        MethodScope.Read,
        static () => ProtocolJson.Default.AnyParams,
        static () => ProtocolJson.Default.TtsProvidersResult)
    {
        Checked = false,
        Summary = "Lists who can speak.",
    };

    /// <summary><c>tts.enable</c></summary>
    public static MethodDefinition<AnyParams, TtsEnableResult> TtsEnable { get; } = new(
        "tts.enable",
        MethodScope.Write,
        static () => ProtocolJson.Default.AnyParams,
        static () => ProtocolJson.Default.TtsEnableResult)
    {
        Checked = false,
        Summary = "Has replies spoken.",
    };

    /// <summary><c>tts.disable</c></summary>
    public static MethodDefinition<AnyParams, TtsDisableResult> TtsDisable { get; } = new(
        "tts.disable",
        MethodScope.Write,
        static () => ProtocolJson.Default.AnyParams,
        static () => ProtocolJson.Default.TtsDisableResult)
    {
        Checked = false,
        Summary = "Has replies not spoken.",
    };

    /// <summary><c>tts.setProvider</c></summary>
    public static MethodDefinition<TtsSetProviderParams, TtsSetProviderResult> TtsSetProvider { get; } = new(
        "tts.setProvider",
        MethodScope.Write,
        static () => ProtocolJson.Default.TtsSetProviderParams,
        static () => ProtocolJson.Default.TtsSetProviderResult)
    {
        Checked = false,
        Summary = "Chooses who speaks.",
    };

    /// <summary><c>tts.convert</c></summary>
    public static MethodDefinition<TtsConvertParams, TtsConvertResult> TtsConvert { get; } = new(
        "tts.convert",
        MethodScope.Write,
        static () => ProtocolJson.Default.TtsConvertParams,
        static () => ProtocolJson.Default.TtsConvertResult)
    {
        Checked = false,
        Summary = "Speaks a text into a file.",
    };

    /// <summary>All of the family, in the order of the specification.</summary>
    public static IReadOnlyList<MethodDefinition> All { get; } =
    [
        WakeGet,
        WakeSet,
        TalkMode,
        TtsStatus,
        TtsProviders,
        TtsEnable,
        TtsDisable,
        TtsSetProvider,
        TtsConvert,
    ];
}
