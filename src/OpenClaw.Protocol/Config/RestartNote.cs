using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Protocol.Config;

/// <summary>What is told after a planned restart (spec 05 §6).</summary>
public sealed record RestartNote
{
    /// <summary><c>config-apply</c>, <c>update</c> or <c>restart</c>.</summary>
    [Values("config-apply", "update", "restart")]
    public required string Kind { get; init; }

    /// <summary><c>ok</c>, <c>error</c> or <c>skipped</c>.</summary>
    [Values("ok", "error", "skipped")]
    public required string Status { get; init; }

    /// <summary>When it was written, epoch ms.</summary>
    public required long Ts { get; init; }

    /// <summary>Session to tell; absent means the main session.</summary>
    public string? SessionKey { get; init; }

    /// <summary>Where to tell it.</summary>
    public DeliveryContext? DeliveryContext { get; init; }

    /// <summary>Thread to tell it in.</summary>
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? ThreadId { get; init; }

    /// <summary>Note of the operator, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Message { get; init; }

    /// <summary>Command that checks the installation.</summary>
    public string? DoctorHint { get; init; }

    /// <summary>What was done.</summary>
    public RestartStats? Stats { get; init; }
}
