using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Channels.Pairing;
using OpenClaw.Channels.Tests.Support;

namespace OpenClaw.Channels.Tests.Pairing;

public sealed class PairingStoreTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 30, 10, 0, 0, TimeSpan.Zero));
    private readonly PairingStore _store;

    public PairingStoreTests() => _store = new PairingStore(_directory["credentials"], _time);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string RequestFile => _directory["credentials/telegram-pairing.json"];

    private string AllowFile => _directory["credentials/telegram-allowFrom.json"];

    [Fact]
    public async Task A_new_sender_gets_a_code_and_a_second_message_the_same_one_without_being_new()
    {
        var first = await AskAsync("777", ("username", "ann"), ("firstName", "Ann"), ("lastName", ""));
        _time.Advance(TimeSpan.FromMinutes(5));
        var again = await AskAsync("777", ("username", "ann2"));

        Assert.True(first.IsNew);
        Assert.False(again.IsNew);
        Assert.Equal(first.Request!.Code, again.Request!.Code);
        Assert.Matches("^[A-HJ-NP-Z2-9]{8}$", first.Request.Code);
        Assert.Equal(new Dictionary<string, string> { ["username"] = "ann", ["firstName"] = "Ann" }, first.Request.Meta);
        var stored = Assert.Single(_store.Pending("telegram"));
        Assert.Equal((first.Request.CreatedAt, first.Request.CreatedAt.AddMinutes(5), "ann2"), (stored.CreatedAt, stored.LastSeenAt, stored.Meta["username"]));
    }

    [Fact]
    public async Task A_name_cannot_write_on_the_owner_s_terminal()
    {
        var request = (await AskAsync("777", ("firstName", "A\u001b[2Jnn\n" + new string('x', 500)))).Request!;

        Assert.Equal("A[2Jnn" + new string('x', 114), request.Meta["firstName"]);
    }

    [Fact]
    public async Task The_file_has_the_form_the_original_reads()
    {
        var code = (await AskAsync("777", ("username", "ann"))).Request!.Code;

        Assert.Equal(
            $$"""
            {
              "version": 1,
              "requests": [
                {
                  "id": "777",
                  "code": "{{code}}",
                  "createdAt": "2026-01-30T10:00:00.000Z",
                  "lastSeenAt": "2026-01-30T10:00:00.000Z",
                  "meta": {
                    "username": "ann"
                  }
                }
              ]
            }

            """.ReplaceLineEndings("\n"),
            await File.ReadAllTextAsync(RequestFile, Ct));
    }

    [Fact]
    public async Task A_fourth_sender_gets_nothing_until_one_of_the_three_is_dealt_with()
    {
        foreach (var id in (string[])["1", "2", "3"])
            Assert.True((await AskAsync(id)).IsNew);

        Assert.Equal(default, await AskAsync("4"));
        Assert.False((await AskAsync("2")).IsNew);
        _time.Advance(TimeSpan.FromMinutes(61));
        Assert.True((await AskAsync("4")).IsNew);
        Assert.Equal("4", Assert.Single(_store.Pending("telegram")).Id);
    }

    [Fact]
    public async Task A_code_can_be_approved_for_an_hour_and_not_longer()
    {
        var code = (await AskAsync("777")).Request!.Code;
        _time.Advance(TimeSpan.FromMinutes(60));
        Assert.Single(_store.Pending("telegram"));
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Empty(_store.Pending("telegram"));
        Assert.Null(await _store.ApproveAsync("telegram", code, Ct));
        Assert.True((await AskAsync("777")).IsNew);
    }

    [Fact]
    public async Task An_approved_sender_is_let_in_at_once_and_the_code_is_gone()
    {
        var code = (await AskAsync("777")).Request!.Code;
        await AskAsync("888");

        var approved = await _store.ApproveAsync("telegram", $"  {code.ToLowerInvariant()} ", Ct);

        Assert.Equal("777", approved!.Id);
        Assert.Equal(["777"], _store.Allowed("telegram"));
        Assert.Equal("{\n  \"version\": 1,\n  \"allowFrom\": [\n    \"777\"\n  ]\n}\n", await File.ReadAllTextAsync(AllowFile, Ct));
        Assert.Equal("888", Assert.Single(_store.Pending("telegram")).Id);
        Assert.Null(await _store.ApproveAsync("telegram", code, Ct));
    }

    [Fact]
    public async Task Nobody_is_listed_twice_and_a_wildcard_is_never_stored()
    {
        Directory.CreateDirectory(_directory["credentials"]);
        await File.WriteAllTextAsync(AllowFile, """{"version":1,"allowFrom":["*","tg:777"," 5 "]}""", Ct);
        foreach (var id in (string[])["777", "9", "*"])
            await _store.ApproveAsync("telegram", (await AskAsync(id)).Request!.Code, Ct);

        Assert.Equal(["tg:777", "5", "9"], _store.Allowed("telegram"));
    }

    [Fact]
    public async Task Requests_that_do_not_say_when_they_came_have_expired_and_a_long_list_keeps_those_seen_last()
    {
        Directory.CreateDirectory(_directory["credentials"]);
        var requests = new JsonArray();
        for (var i = 1; i <= 5; i++)
            requests.Add((JsonNode)new JsonObject { ["id"] = $"{i}", ["code"] = $"CODE{i}", ["createdAt"] = "2026-01-30T09:30:00.000Z", ["lastSeenAt"] = $"2026-01-30T09:5{i}:00.000Z" });
        requests.Add((JsonNode)new JsonObject { ["id"] = "6", ["code"] = "CODE6" });
        requests.Add((JsonNode)new JsonObject { ["id"] = "7", ["code"] = "CODE7", ["createdAt"] = "yesterday" });
        await File.WriteAllTextAsync(RequestFile, new JsonObject { ["version"] = 1, ["requests"] = requests }.ToJsonString(), Ct);

        Assert.Equal(default, await AskAsync("new"));
        Assert.False((await AskAsync("5")).IsNew);

        Assert.Equal(["3", "4", "5"], _store.Pending("telegram").Select(static request => request.Id).Order());
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_lets_nobody_in_and_is_put_aside_by_the_next_write()
    {
        Directory.CreateDirectory(_directory["credentials"]);
        await File.WriteAllTextAsync(AllowFile, """{"allowFrom":["777""", Ct);
        Assert.Empty(_store.Allowed("telegram"));

        await _store.ApproveAsync("telegram", (await AskAsync("9")).Request!.Code, Ct);

        Assert.Equal(["9"], _store.Allowed("telegram"));
        Assert.True(File.Exists(AllowFile + ".damaged"));
    }

    [Fact]
    public async Task Gateway_and_command_line_do_not_undo_each_other_s_work()
    {
        var stores = Enumerable.Range(0, 4).Select(_ => new PairingStore(_directory["credentials"], TimeProvider.System)).ToList();
        var codes = await Task.WhenAll(stores.Take(3).Select(async (store, i) =>
            (await store.RequestAsync("whatsapp", $"+451000000{i}", new Dictionary<string, string?>(), Ct)).Request!.Code));

        await Task.WhenAll([
            .. codes.Select((code, i) => stores[i].ApproveAsync("whatsapp", code, Ct)),
            .. stores.Select((store, i) => (Task)store.RequestAsync("whatsapp", $"+452000000{i}", new Dictionary<string, string?>(), Ct)),
        ]);

        Assert.Equal(["+4510000000", "+4510000001", "+4510000002"], stores[0].Allowed("whatsapp").Order());
        Assert.DoesNotContain(stores[3].Pending("whatsapp"), static request => request.Id.StartsWith("+451", StringComparison.Ordinal));
        Assert.False(Directory.Exists(_directory["credentials/whatsapp-pairing.json.lock"]));
    }

    [Fact]
    public async Task A_lock_that_the_original_left_behind_is_taken_over()
    {
        Directory.CreateDirectory(RequestFile + ".lock");
        Directory.SetLastWriteTimeUtc(RequestFile + ".lock", _time.GetUtcNow().UtcDateTime.AddSeconds(-31));

        Assert.True((await AskAsync("777")).IsNew);
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("a/b:c")]
    [InlineData("TeleGram")]
    public async Task A_channel_s_name_cannot_lead_out_of_the_directory(string channel)
    {
        await _store.RequestAsync(channel, "1", new Dictionary<string, string?>(), Ct);

        Assert.Single(Directory.GetFiles(_directory["credentials"], "*-pairing.json"));
        Assert.Single(Directory.GetFileSystemEntries(_directory.Path));
    }

    [Fact]
    public async Task The_files_are_their_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "file modes are a Unix matter");
        await _store.ApproveAsync("telegram", (await AskAsync("777")).Request!.Code, Ct);

        Assert.All([RequestFile, AllowFile], file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_directory["credentials"]));
    }

    [Theory]
    [InlineData("telegram", "Your Telegram user id: 777", "telegramUserId")]
    [InlineData("whatsapp", "Your WhatsApp phone number: 777", "whatsappSenderId")]
    public async Task The_answer_has_seven_lines_and_names_the_sender_the_code_and_the_command(string channel, string id, string label)
    {
        var request = (await _store.RequestAsync(channel, "777", new Dictionary<string, string?>(), Ct)).Request!;

        var lines = PairingReply.Text(channel, request).Split('\n');

        Assert.Equal(7, lines.Length);
        Assert.Equal(["", "", ""], [lines[1], lines[3], lines[5]]);
        Assert.Equal(id, lines[2]);
        Assert.Equal($"Pairing code: {request.Code}", lines[4]);
        Assert.Contains($"openclaw pairing approve {channel} <code>", lines[6], StringComparison.Ordinal);
        Assert.Equal(label, PairingReply.IdLabel(channel));
    }

    public void Dispose() => _directory.Dispose();

    private Task<PairingOutcome> AskAsync(string id, params (string Name, string? Value)[] meta) =>
        _store.RequestAsync("telegram", id, meta.ToDictionary(static pair => pair.Name, static pair => pair.Value), Ct);
}
