using System.Text.RegularExpressions;

namespace OpenClaw.Configuration.Schema;

/// <summary>The words in which the config is described.</summary>
internal static class Shapes
{
    public static ConfigShape Any { get; } = new AnyShape();

    public static TextShape Text { get; } = new();

    public static TextShape NotEmpty { get; } = new(Min: 1);

    public static FlagShape Flag { get; } = new();

    public static NumberShape Number { get; } = new(Whole: false);

    /// <summary>A number greater than 0.</summary>
    public static NumberShape PositiveNumber { get; } = new(Whole: false, Above: 0);

    /// <summary>An integer greater than 0.</summary>
    public static NumberShape Positive { get; } = new(Whole: true, Above: 0);

    /// <summary>An integer, 0 or more.</summary>
    public static NumberShape NotNegative { get; } = new(Whole: true, Min: 0);

    public static NumberShape Port { get; } = new(Whole: true, Above: 0, Max: 65535);

    public static ListShape Texts { get; } = new(Text);

    public static ConfigShape TextOrNumber { get; } = new UnionShape([Text, Number]);

    public static ConfigKey Key(string name, ConfigShape shape) => new(name, shape);

    public static ConfigKey Required(string name, ConfigShape shape) => new(name, shape, IsRequired: true);

    public static ObjectShape Object(params ConfigKey[] keys) => new(keys);

    /// <summary>An object whose keys are ids of the user.</summary>
    public static ObjectShape MapOf(ConfigShape value) => new([]) { Others = value, IsMap = true };

    public static ListShape ListOf(ConfigShape item) => new(item);

    public static ChoiceShape Choice(params string[] values) => new(values, IsEnum: false);

    /// <summary>As <see cref="Choice"/>, in the form of the original's schema that lists the words on the wire.</summary>
    public static ChoiceShape Enum(params string[] values) => new(values, IsEnum: true);

    public static UnionShape Either(params ConfigShape[] alternatives) => new(alternatives);

    public static NumberShape WholeBetween(double min, double max) => new(Whole: true, Min: min, Max: max);

    public static NumberShape NumberBetween(double min, double max) => new(Whole: false, Min: min, Max: max);

    public static TextShape Matching(Regex pattern, string meaning) => new(Pattern: pattern, Meaning: meaning);
}
