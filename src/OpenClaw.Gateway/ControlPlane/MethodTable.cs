using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Gateway.ControlPlane;

/// <summary>
/// The methods this gateway answers. Filled while the gateway is composed, read-only afterwards. What is not here is unknown to a
/// client and not advertised, though the protocol may define it.
/// </summary>
public sealed class MethodTable
{
    private readonly Dictionary<string, MethodEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>Registers a handler.</summary>
    /// <typeparam name="TParams">Params of the method.</typeparam>
    /// <typeparam name="TResult">Payload of the response.</typeparam>
    /// <param name="definition">The method.</param>
    /// <param name="handler">Answers it.</param>
    /// <exception cref="ArgumentException">The method has a handler already.</exception>
    public void Add<TParams, TResult>(MethodDefinition<TParams, TResult> definition, MethodHandler<TParams, TResult> handler)
    {
        ArgumentNullException.ThrowIfNull(definition);
        _entries.Add(definition.Name, new MethodEntry<TParams, TResult>(definition, handler));
    }

    /// <summary>Names for <c>hello-ok.features.methods</c>: the answered ones that are advertised, in catalogue order.</summary>
    public IReadOnlyList<string> Advertised =>
        [.. MethodCatalog.All.Where(m => m.Advertised && _entries.ContainsKey(m.Name)).Select(m => m.Name)];

    /// <summary>The method of this name, or null.</summary>
    internal MethodEntry? Find(string name) => _entries.GetValueOrDefault(name);
}
