using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Catalog;

/// <summary>
/// One gateway method, defined once: its wire name, who may call it, and the types of its params and result. The schema,
/// the validator, the client models and the documentation are all derived from this entry.
/// </summary>
public abstract class MethodDefinition
{
    private protected MethodDefinition(string name, MethodScope scope)
    {
        Name = name;
        Scope = scope;
    }

    /// <summary>Wire name, e.g. <c>sessions.list</c>.</summary>
    public string Name { get; }

    /// <summary>What the caller must hold.</summary>
    public MethodScope Scope { get; }

    /// <summary>
    /// True (the default): params are a closed object checked against the schema. False: no schema, unknown members are
    /// ignored (spec 01 §3, last paragraph).
    /// </summary>
    public bool Checked { get; init; } = true;

    /// <summary>False for methods that are callable but not listed in <c>hello-ok.features.methods</c> (spec 01 §9).</summary>
    public bool Advertised { get; init; } = true;

    /// <summary>True when a successful response may carry <c>null</c> instead of a result.</summary>
    public bool ResultMayBeNull { get; init; }

    /// <summary>One sentence for the generated documentation.</summary>
    public required string Summary { get; init; }

    /// <summary>
    /// Rewrites raw params before they are checked, where a method has always accepted older spellings; null for nearly all.
    /// Gets and gives a JSON object; whatever else the caller sent goes to the check as it is.
    /// </summary>
    public Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>>? Normalize { get; init; }

    /// <summary>What the params must look like.</summary>
    public Shape ParamsShape => Shape.Of(ParamsType);

    /// <summary>What a result looks like.</summary>
    public Shape ResultShape => Shape.Of(ResultType);

    /// <summary>Metadata of the params type; built on first use, because a start or a client verb needs few of them.</summary>
    public abstract JsonTypeInfo ParamsType { get; }

    /// <summary>Metadata of the result type; built on first use.</summary>
    public abstract JsonTypeInfo ResultType { get; }

    /// <summary>What is wrong with raw params, without the method's name, or null; leaves the normalised form behind.</summary>
    internal string? Check(ref ReadOnlyMemory<byte> json)
    {
        var isObject = json.Span.TrimStart(" \t\r\n"u8) is [(byte)'{', ..];
        if (isObject && Normalize is not null)
            json = Normalize(json);
        else if (!isObject && !Checked)
            json = "{}"u8.ToArray();
        return Checked ? SchemaValidator.Validate(json.Span, ParamsShape) : null;
    }
}

/// <summary>A <see cref="MethodDefinition"/> with its types at hand.</summary>
/// <typeparam name="TParams">Params, after validation.</typeparam>
/// <typeparam name="TResult">Payload of the successful response.</typeparam>
/// <param name="name">Wire name.</param>
/// <param name="scope">What the caller must hold.</param>
/// <param name="params">Yields the serialisation metadata of <typeparamref name="TParams"/>.</param>
/// <param name="result">Yields the serialisation metadata of <typeparamref name="TResult"/>.</param>
public sealed class MethodDefinition<TParams, TResult>(
    string name,
    MethodScope scope,
    Func<JsonTypeInfo<TParams>> @params,
    Func<JsonTypeInfo<TResult>> result) : MethodDefinition(name, scope)
{
    /// <summary>Serialisation metadata of the params.</summary>
    public JsonTypeInfo<TParams> Params => @params();

    /// <summary>Serialisation metadata of the result.</summary>
    public JsonTypeInfo<TResult> Result => result();

    /// <inheritdoc/>
    public override JsonTypeInfo ParamsType => @params();

    /// <summary>
    /// Reads raw params: normalised, checked unless the method is <see cref="MethodDefinition.Checked"/> = false, then typed.
    /// </summary>
    /// <param name="json">Raw JSON, e.g. <c>RequestFrame.ParamsOrEmpty</c>. An unchecked method reads anything but an object as empty.</param>
    /// <param name="value">The params.</param>
    /// <param name="error">The whole error text, <c>invalid &lt;method&gt; params: …</c>.</param>
    public bool TryReadParams(
        ReadOnlyMemory<byte> json, [NotNullWhen(true)] out TParams? value, [NotNullWhen(false)] out string? error)
    {
        value = default;
        var fault = Check(ref json) ?? TryDeserialize(json.Span, out value);
        error = fault is null ? null : $"invalid {Name} params: {fault}";
        return fault is null;
    }

    // What the shape allows, the type can hold; this is for unchecked methods, whose members come unchecked.
    private string? TryDeserialize(ReadOnlySpan<byte> json, out TParams? value)
    {
        try
        {
            value = JsonSerializer.Deserialize(json, Params);
            return value is null ? "must be object" : null;
        }
        catch (JsonException e)
        {
            value = default;
            return $"{e.Path ?? "$"} has the wrong type";
        }
    }

    /// <inheritdoc/>
    public override JsonTypeInfo ResultType => result();
}
