using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Outbound;

namespace OpenClaw.Channels.Tests.Outbound.Fakes;

internal sealed class FakeAccounts : IAccountDirectory
{
    private readonly Dictionary<(string, string), FakeAccount> _running = [];
    private readonly List<IChannel> _channels = [];

    public event Action<IChannelAccount>? Changed;

    public IReadOnlyList<IChannel> Channels => _channels;

    /// <summary>Outbound activity that was noted.</summary>
    public int Outbound { get; private set; }

    public FakeAccount Add(string channel, bool idempotent = false, string account = "default")
    {
        if (Find(channel) is null)
            _channels.Add(new FakeChannel(channel, idempotent));
        return _running[(channel, account)] = new FakeAccount(account);
    }

    public IChannel? Find(string? channel) => _channels.Find(known => known.Description.Id == channel);

    public IChannelAccount? Running(string channel, string? accountId) => _running.GetValueOrDefault((channel, accountId ?? "default"));

    public SendFault? Unavailable(string channel, string? accountId) =>
        Running(channel, accountId) is { IsReady: true } ? null : new SendFault(SendFaultKind.NotConnected, $"{channel} is not connected", TimeSpan.FromSeconds(7));

    public void NoteActivity(string channel, string accountId, bool inbound) => Outbound += inbound ? 0 : 1;

    public void BecomesReady(FakeAccount account)
    {
        account.IsReady = true;
        Changed?.Invoke(account);
    }
}
