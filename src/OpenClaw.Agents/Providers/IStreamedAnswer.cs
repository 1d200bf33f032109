using System.Text.Json;

namespace OpenClaw.Agents.Providers;

/// <summary>Collects one streamed answer of one wire format.</summary>
internal interface IStreamedAnswer
{
    /// <summary>True: nothing more needs to be read.</summary>
    bool Complete { get; }

    /// <summary>True when a stream that ends here brought a whole answer.</summary>
    bool IsWhole { get; }

    /// <summary>Takes one message of the stream; the event to pass on, if it brings one. It must not keep the element.</summary>
    ModelEvent? Take(JsonElement message, ModelRequest request);

    /// <summary>The answer.</summary>
    ModelEvent.Done Finish();
}
