using System.Globalization;
using System.Threading.Channels;
using OpenClaw.Channels.Access;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Envelopes;
using OpenClaw.Channels.Inbound.Lines;
using OpenClaw.Configuration.Model.Channels;

namespace OpenClaw.Channels.Inbound.Steps;

/// <summary>Brings the attachments of a message that is answered to this machine (spec 10 §3.9). What cannot be had is named instead; the message goes on.</summary>
internal sealed class MediaFetcher(IntakeParts parts)
{
    private const int MostAtOnce = 6;
    private const double PhoneMegabytes = 50;
    private const double BotMegabytes = 5;
    private const int Megabyte = 1024 * 1024;
    private static readonly TimeSpan s_deadline = TimeSpan.FromMinutes(2);

    // A file that is gone stays gone; an account that is down comes back.
    private static readonly TimeSpan[] s_afterFailure = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4)];
    private static readonly TimeSpan[] s_whileDown = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30)];

    private readonly Channel<bool> _slots = Channel.CreateBounded<bool>(MostAtOnce);

    /// <summary>Brings what can be had.</summary>
    public async Task<BroughtMedia> BringAsync(long rowId, InboundEvent inbound, ChannelAccountConfig account, CancellationToken stop)
    {
        if (inbound.Media.Count == 0)
            return BroughtMedia.None;
        var megabytes = account.MediaMaxMb ?? (SenderIds.ArePhones(inbound.Channel) ? PhoneMegabytes : BotMegabytes);
        var (files, missing, tooLarge) = (new List<LocalMedia>(), new List<string>(), 0);
        foreach (var media in inbound.Media)
        {
            var (file, isTooLarge) = await OneAsync(rowId, inbound, media, (long)(megabytes * Megabyte), stop).ConfigureAwait(false);
            if (file is not null)
            {
                files.Add(file);
                continue;
            }

            tooLarge += isTooLarge ? 1 : 0;
            missing.Add($"{Placeholders.Media(media.Kind)} ({(isTooLarge ? $"larger than {Words(megabytes)} MB" : "it could not be downloaded")})");
        }

        return new BroughtMedia(files, missing, tooLarge == inbound.Media.Count ? megabytes : null);
    }

    /// <summary>A limit as people write it.</summary>
    public static string Words(double megabytes) => megabytes.ToString("0.##", CultureInfo.InvariantCulture);

    private async Task<(LocalMedia? File, bool TooLarge)> OneAsync(long rowId, InboundEvent inbound, InboundMedia media, long maxBytes, CancellationToken stop)
    {
        if (media.Size > maxBytes)
            return (null, true);
        for (var (failures, waits) = (0, 0); ;)
        {
            if (parts.Accounts.Running(inbound.Channel, inbound.AccountId) is not { } account)
            {
                if (waits == s_whileDown.Length)
                    return NotBrought(rowId, media, "the account is not running");
                await Task.Delay(s_whileDown[waits++], parts.Time, stop).ConfigureAwait(false);
                continue;
            }

            var (file, fetched) = await TryAsync(account, media, maxBytes, stop).ConfigureAwait(false);
            if (file is not null || fetched.TooLarge)
                return (file, fetched.TooLarge);
            if (failures == s_afterFailure.Length)
                return NotBrought(rowId, media, fetched.Problem ?? "nothing came");
            await Task.Delay(s_afterFailure[failures++], parts.Time, stop).ConfigureAwait(false);
        }
    }

    private (LocalMedia? File, bool TooLarge) NotBrought(long rowId, InboundMedia media, string problem)
    {
        InboundLog.NotBrought(parts.Logger, media.Kind, rowId, problem);
        return (null, false);
    }

    private async Task<(LocalMedia? File, FetchedMedia Fetched)> TryAsync(IChannelAccount account, InboundMedia media, long maxBytes, CancellationToken stop)
    {
        await _slots.Writer.WriteAsync(true, stop).ConfigureAwait(false);
        using var deadline = new CancellationTokenSource(s_deadline, parts.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stop);
        try
        {
            var fetched = await account.FetchAsync(media, maxBytes, either.Token).ConfigureAwait(false);
            if (fetched.Path is null)
                return (null, fetched);
            var (kept, problem) = parts.Keep(fetched, media.Kind);
            return (kept, problem is null ? fetched : fetched with { Problem = problem });
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            return (null, new FetchedMedia(null, Problem: failure.Message));
        }
        finally
        {
            _slots.Reader.TryRead(out _);
        }
    }
}
