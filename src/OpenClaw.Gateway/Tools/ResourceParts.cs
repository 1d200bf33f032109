using OpenClaw.Agents.Memory;
using OpenClaw.Agents.Tools.Images;
using OpenClaw.Agents.Tools.Mcp;
using OpenClaw.Agents.Tools.Web;
using OpenClaw.Gateway.Conversations;

namespace OpenClaw.Gateway.Tools;

/// <summary>Composes what agents draw from: the web, pictures, tool servers, memory. Nothing starts before it is used.</summary>
internal sealed class ResourceParts : IAsyncDisposable
{
    private readonly WebTools _web;
    private readonly McpServers _servers;
    private readonly MemorySearch _memory;

    /// <summary>Makes the sources and adds them to the box of tools.</summary>
    public ResourceParts(ConversationParts conversations, GuardedHttp publicWeb, TimeProvider time)
    {
        _web = new WebTools(conversations.Agents, publicWeb, time);
        _servers = new McpServers(conversations.Agents, time);
        _memory = new MemorySearch(conversations.Agents, time, new MemoryVectors(conversations.Embeddings, conversations.Providers, time));
        conversations.Tools.Add(_web);
        conversations.Tools.Add(new ImageTools(
            conversations.Agents, conversations.Router, conversations.Models, conversations.Providers, publicWeb, time));
        conversations.Tools.Add(new MemoryTools(_memory));
        conversations.Tools.Add(_servers);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _servers.DisposeAsync().ConfigureAwait(false);
        _memory.Dispose();
        _web.Dispose();
    }
}
