using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace OpenClaw.Testing.Telegram;

/// <summary>
/// The Bot API of Telegram on a loopback port, as far as the product uses it (spec 10 §11.2): JSON and forms, long polling that honours the
/// offset, files, web hooks. A test pushes updates, lets calls fail, cuts the network and reads what was called.
/// </summary>
public sealed class BotApiServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, BotApiFile> _files = new();
    private readonly ConcurrentDictionary<string, string> _members = new();
    private readonly Faults _faults = new();
    private readonly CallLog _log = new();
    private readonly HttpClient _hooks = new();
    private BotApiHost? _host;
    private volatile TaskCompletionSource? _held;
    private volatile string _heldMethod = string.Empty;

    private BotApiServer(string token)
    {
        Token = token;
        Methods = new BotMethods(this);
    }

    /// <summary>Base address for <c>channels.telegram.apiRoot</c>.</summary>
    public string Root => $"http://127.0.0.1:{_host!.Port}";

    /// <summary>The token that works; another, and after <see cref="Revoke"/> this one too, gets 401.</summary>
    public string Token { get; private set; }

    /// <summary>The answer of getMe.</summary>
    public JsonObject Bot { get; set; } = new()
    {
        ["id"] = 4242L,
        ["is_bot"] = true,
        ["first_name"] = "Claw",
        ["username"] = "claw_bot",
        ["can_join_groups"] = true,
        ["can_read_all_group_messages"] = false,
        ["supports_inline_queries"] = false,
        ["has_topics_enabled"] = true,
    };

    /// <summary>A poll waits no longer than this, however long it asks for; short ones make quick tests.</summary>
    public TimeSpan LongestPoll { get; set; } = TimeSpan.FromSeconds(50);

    /// <summary>Larger files are refused by getFile, as Telegram does above 20 MB.</summary>
    public long LargestDownload { get; set; } = 20_000_000;

    /// <summary>Set by setWebhook.</summary>
    public BotApiWebhook? Webhook { get; set; }

    /// <summary>Set by setMyCommands.</summary>
    public JsonArray? Commands { get; internal set; }

    /// <summary>True: every connection is cut, waiting ones too.</summary>
    public bool IsDown { get; private set; }

    /// <summary>Every call so far, in order.</summary>
    public IReadOnlyList<BotApiCall> Calls => _log.All;

    /// <summary>Updates that nobody confirmed.</summary>
    public int Unconfirmed => Updates.Count;

    internal UpdateQueue Updates { get; } = new();

    internal BotMethods Methods { get; }

    public static async Task<BotApiServer> StartAsync(string token = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw")
    {
        var server = new BotApiServer(token);
        server._host = await BotApiHost.StartAsync(server.ServeAsync, server.FileAt);
        return server;
    }

    /// <summary>Calls of one method.</summary>
    public IReadOnlyList<BotApiCall> CallsOf(string method) => [.. Calls.Where(c => c.Method.Equals(method, StringComparison.OrdinalIgnoreCase))];

    /// <summary>The first call of a method that has its answer, now or later.</summary>
    public Task<BotApiCall> WaitForAsync(string method, Func<BotApiCall, bool>? match = null, TimeSpan? timeout = null) =>
        _log.WaitForAsync(c => c.Answer is not null && c.Method.Equals(method, StringComparison.OrdinalIgnoreCase) && match?.Invoke(c) != false, 1, timeout);

    /// <summary>Waits until a method was called and answered that often; returns the last of them.</summary>
    public Task<BotApiCall> WaitForCountAsync(string method, int count, TimeSpan? timeout = null) =>
        _log.WaitForAsync(c => c.Answer is not null && c.Method.Equals(method, StringComparison.OrdinalIgnoreCase), count, timeout);

    /// <summary>An update that happens now. Without <c>update_id</c> it gets the next.</summary>
    public long Push(JsonObject update) => Updates.Push((JsonObject)update.DeepClone());

    /// <summary>The next calls of a method (<c>*</c>: any) are refused.</summary>
    public void Fail(string method, BotApiFailure failure, int times = 1, Func<BotApiCall, bool>? when = null) => _faults.Add(method, times, failure, when);

    /// <summary>The next calls of a method are done, but the connection breaks before the answer.</summary>
    public void LoseAnswers(string method, int times = 1, Func<BotApiCall, bool>? when = null) => _faults.Add(method, times, null, when);

    /// <summary>Forgets planned failures of a method.</summary>
    public void Heal(string method = "*") => _faults.Clear(method);

    /// <summary>Calls of a method wait until the result is disposed of.</summary>
    public IDisposable Hold(string method)
    {
        _heldMethod = method;
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _held = held;
        return new Release(() =>
        {
            _held = null;
            held.TrySetResult();
        });
    }

    /// <summary>Cuts the network.</summary>
    public void GoDown()
    {
        IsDown = true;
        _host!.AbortAll();
    }

    /// <summary>Mends the network.</summary>
    public void ComeBack() => IsDown = false;

    /// <summary>From now on the token is refused; a poll that waits is told at once.</summary>
    public void Revoke()
    {
        Token = string.Empty;
        Updates.Interrupt();
    }

    /// <summary>A file that getFile knows.</summary>
    public void AddFile(string fileId, byte[] content, string? path = null) => _files[fileId] = new BotApiFile(path ?? $"files/{fileId}", content);

    /// <summary>What getChatMember says, e.g. <c>left</c>; <c>member</c> unless set.</summary>
    public void SetMember(string chatId, long userId, string status) => _members[$"{chatId}:{userId}"] = status;

    /// <summary>Posts everything that waits to the web hook as Telegram would; an update is confirmed by 200.</summary>
    /// <param name="to">Where the web hook really is; null: its registered address.</param>
    /// <param name="secret">Sent in place of the registered secret; empty: none.</param>
    /// <returns>Status of each answer.</returns>
    public async Task<IReadOnlyList<HttpStatusCode>> DeliverAsync(Uri? to = null, string? secret = null)
    {
        var hook = Webhook ?? throw new InvalidOperationException("no web hook is set");
        var answers = new List<HttpStatusCode>();
        foreach (var update in Updates.Waiting())
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, to ?? new Uri(hook.Url))
            {
                Content = new StringContent(update.ToJsonString(), Encoding.UTF8, "application/json"),
            };
            if ((secret ?? hook.Secret) is { Length: > 0 } token)
                request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", token);
            using var response = await _hooks.SendAsync(request);
            answers.Add(response.StatusCode);
            if (response.StatusCode == HttpStatusCode.OK)
                Updates.Remove(update["update_id"]!.GetValue<long>());
        }

        return answers;
    }

    public async ValueTask DisposeAsync()
    {
        _held?.TrySetResult();
        if (_host is not null)
            await _host.DisposeAsync();
        _hooks.Dispose();
    }

    internal BotApiFile? FindFile(string id) => _files.GetValueOrDefault(id);

    internal string MemberStatus(string chat, long user) => _members.GetValueOrDefault($"{chat}:{user}", "member");

    private byte[]? FileAt(string token, string path) =>
        token == Token && !IsDown ? _files.Values.FirstOrDefault(f => f.Path == path)?.Content : null;

    /// <summary>Null: the connection breaks.</summary>
    private async Task<JsonObject?> ServeAsync(BotApiCall call, CancellationToken aborted)
    {
        if (IsDown)
            return null;
        _log.Add(call);
        if (_held is { } held && call.Method.Equals(_heldMethod, StringComparison.OrdinalIgnoreCase))
            await held.Task.WaitAsync(aborted);
        var answer = await DecideAsync(call, aborted);
        _log.Answered(call, answer.Answer);
        return answer.IsLost || IsDown ? null : answer.Answer;
    }

    private async Task<(JsonObject Answer, bool IsLost)> DecideAsync(BotApiCall call, CancellationToken aborted)
    {
        if (call.Token != Token || Token.Length == 0)
            return (new BotApiFailure(401, "Unauthorized").ToJson(), false);
        var (isFault, planned) = _faults.Next(call);
        if (planned is not null)
            return (planned.ToJson(), false);
        var (result, failure) = await Methods.AnswerAsync(call, aborted);
        if (call.Token != Token)
            return (new BotApiFailure(401, "Unauthorized").ToJson(), false);
        return (failure?.ToJson() ?? new JsonObject { ["ok"] = true, ["result"] = result }, isFault);
    }

    private sealed class Release(Action action) : IDisposable
    {
        public void Dispose() => action();
    }
}
