using OpenClaw.Channels.Outbound;

namespace OpenClaw.Channels.Tests.Outbound.Fakes;

internal sealed class FakeMedia : IOutboundMedia
{
    public SendFault? Fault { get; set; }

    public Task<OutboundFile> OpenAsync(OutboundPart part, CancellationToken ct) =>
        Task.FromResult(Fault is { } fault ? new OutboundFile(fault) : new OutboundFile("/local/" + Path.GetFileName(part.Media)));
}
