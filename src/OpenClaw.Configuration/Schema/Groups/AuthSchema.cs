using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary><c>auth</c> (spec 03 §6).</summary>
internal static class AuthSchema
{
    public static ObjectShape Shape { get; } = Object(
        Key("profiles", MapOf(Object(
            Required("provider", Text),
            Required("mode", Choice("api_key", "oauth", "token")),
            Key("email", Text)))),
        Key("order", MapOf(Texts)),
        Key("cooldowns", Object(
            Key("billingBackoffHours", PositiveNumber),
            Key("billingBackoffHoursByProvider", MapOf(PositiveNumber)),
            Key("billingMaxHours", PositiveNumber),
            Key("failureWindowHours", PositiveNumber))));
}
