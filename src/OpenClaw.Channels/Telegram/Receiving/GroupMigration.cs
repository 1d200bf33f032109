using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Telegram.Setup;
using OpenClaw.Configuration.Writing;

namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>Groups that became supergroups and so got another id (spec 10 §8.13): their settings move, and what is sent to the old id goes to the new one.</summary>
internal sealed class GroupMigration(string accountId, AccountHost host, IConfigWriter? writer)
{
    private readonly ConcurrentDictionary<string, string> _moved = new(StringComparer.Ordinal);

    /// <summary>The id that a chat has now, as far as it is known.</summary>
    public string Now(string chatId) => _moved.GetValueOrDefault(chatId, chatId);

    /// <summary>A group has another id from now on. A config that cannot be changed is told in the log and stops nothing.</summary>
    public async Task MoveAsync(string from, string to, CancellationToken ct)
    {
        if (!_moved.TryAdd(from, to) || writer is null || !new TelegramSettings(host.Config(), accountId).Common.ConfigWrites)
            return;
        var moved = false;
        var result = await writer.WriteAsync(
            current =>
            {
                var target = (JsonObject)current.Parsed.DeepClone();
                moved = TelegramConfigEdits.RenameGroup(target, accountId, from, to);
                return moved ? ConfigEdit.To(target) : ConfigEdit.Refuse("there are no settings to move");
            },
            cancellationToken: ct).ConfigureAwait(false);
        if (moved && !result.Ok)
            TelegramLog.NotMigrated(host.Logger, accountId, from, to, result.Message ?? result.Failure.ToString());
        else
            TelegramLog.Migrated(host.Logger, accountId, from, to, moved);
    }
}
