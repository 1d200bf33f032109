using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OpenClaw.Protocol.Transcripts;

namespace OpenClaw.Protocol.Schema;

/// <summary>
/// Derives a <see cref="Shape"/> from serialisation metadata. Reads attributes only through the metadata and the types it names,
/// which the trimmer keeps.
/// </summary>
internal static class ShapeBuilder
{
    private static readonly AnyShape s_any = new();
    private static readonly NullShape s_null = new();
    private static readonly FlagShape s_flag = new();

    /// <summary>The shape of a type, without any member's attributes.</summary>
    public static Shape Build(JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Object => BuildObject(type),
        JsonTypeInfoKind.Enumerable => new ArrayShape(Element(type)),
        JsonTypeInfoKind.Dictionary => new MapShape(Element(type)),
        _ => BuildValue(Nullable.GetUnderlyingType(type.Type) ?? type.Type),
    };

    private static Shape BuildValue(Type type)
    {
        if (type == typeof(string))
            return new TextShape();
        if (type == typeof(bool))
            return s_flag;
        if (type == typeof(long) || type == typeof(int))
            return new NumberShape(Whole: true);
        if (type == typeof(double))
            return new NumberShape(Whole: false);
        if (type == typeof(PatchedText))
            return OrNull(new TextShape());
        if (type == typeof(JsonElement))
            return s_any;
        throw new NotSupportedException($"{type} has no shape; use a type the protocol knows.");
    }

    private static Shape BuildObject(JsonTypeInfo type)
    {
        if (type.Type.GetCustomAttribute<AnyOfAttribute>() is { } union)
            return new UnionShape([.. union.Branches.Select(b => Shape.Of(type.Options.GetTypeInfo(b)))], type.Type.Name);
        var members = type.Properties
            .Where(p => !p.IsExtensionData)
            .Select(p => new ShapeMember(p.Name, BuildMember(type.Options, p), IsRequired(p)));
        return new ObjectShape(type.Type.Name, [.. members], type.Type.IsDefined(typeof(OpenAttribute), inherit: false));
    }

    // Required by keyword, by a positional parameter without a default, or by having one value only.
    private static bool IsRequired(JsonPropertyInfo property) => property.IsRequired
        || property.AssociatedParameter is { IsMemberInitializer: false, HasDefaultValue: false }
        || (property.Set is null && property.AssociatedParameter is null);

    private static Shape BuildMember(JsonSerializerOptions options, JsonPropertyInfo property)
    {
        var plain = () => Shape.Of(options.GetTypeInfo(property.PropertyType));
        var bare = property.CustomConverter switch
        {
            TextOrNumberConverter => new UnionShape([new TextShape(), new NumberShape(Whole: false)]),
            ContentPartsConverter => new UnionShape([new TextShape(), plain()]),
            _ => plain(),
        };
        if (Has<DescribedAttribute>(property) is { } described)
            bare = Describe(bare, Shape.Of(options.GetTypeInfo(described.Type)));
        var shape = Constrain(bare, property);
        return Has<OrNullAttribute>(property) is not null || IsSentAsNull(property) ? OrNull(shape) : shape;
    }

    private static Shape Describe(Shape raw, Shape content) => raw is ArrayShape array ? array with { Item = content } : content;

    private static Shape Constrain(Shape shape, JsonPropertyInfo property) => shape switch
    {
        TextShape when Has<ValuesAttribute>(property) is { } values => Constants(values),
        TextShape when Has<SizeAttribute>(property) is { } size => new TextShape(size.Min, size.Max),
        UnionShape { Branches: [TextShape text, NullShape] } => OrNull(Constrain(text, property)),
        NumberShape number when Has<BoundsAttribute>(property) is { } bounds => number with { Min = bounds.Min, Max = bounds.Max },
        ArrayShape array => ConstrainArray(array, property),
        MapShape { Value: TextShape } when Has<ItemSizeAttribute>(property) is { } item => new MapShape(new TextShape(item.Min)),
        _ => shape,
    };

    private static ArrayShape ConstrainArray(ArrayShape array, JsonPropertyInfo property)
    {
        if (Has<SizeAttribute>(property) is { } size)
            array = array with { Min = size.Min, Max = size.Max };
        if (array.Item is TextShape && Has<ValuesAttribute>(property) is { } values)
            return array with { Item = Constants(values) };
        if (array.Item is TextShape && Has<ItemSizeAttribute>(property) is { } item)
            return array with { Item = new TextShape(item.Min) };
        return array;
    }

    private static Shape Constants(ValuesAttribute values) => values.Values.Count == 1
        ? new ConstantShape(values.Values[0])
        : new UnionShape([.. values.Values.Select(v => new ConstantShape(v))]);

    // A union stays flat, because a failure lists all branches before it says that none matched.
    private static Shape OrNull(Shape shape) => shape switch
    {
        UnionShape { Name: null, Branches: [.., NullShape] } or AnyShape => shape,
        UnionShape { Name: null } union => new UnionShape([.. union.Branches, s_null]),
        _ => new UnionShape([shape, s_null]),
    };

    // Such a member is written even when it has no value, so its value may be null.
    private static bool IsSentAsNull(JsonPropertyInfo property) =>
        Has<JsonIgnoreAttribute>(property) is { Condition: JsonIgnoreCondition.Never };

    private static T? Has<T>(JsonPropertyInfo property)
        where T : Attribute => property.AttributeProvider?.GetCustomAttributes(typeof(T), inherit: false) is [T attribute, ..] ? attribute : null;

    private static Shape Element(JsonTypeInfo type) => type.ElementType is { } element
        ? Shape.Of(type.Options.GetTypeInfo(element))
        : s_any;
}
