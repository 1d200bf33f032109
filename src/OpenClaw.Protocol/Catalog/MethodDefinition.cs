using System.Text.Json.Serialization.Metadata;

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

    /// <summary>Metadata of the params type; built on first use, because a start or a client verb needs few of them.</summary>
    public abstract JsonTypeInfo ParamsType { get; }

    /// <summary>Metadata of the result type; built on first use.</summary>
    public abstract JsonTypeInfo ResultType { get; }
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

    /// <inheritdoc/>
    public override JsonTypeInfo ResultType => result();
}
