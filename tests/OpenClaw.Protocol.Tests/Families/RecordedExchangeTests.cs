using System.Text;
using System.Text.Json;
using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Tests.Families;

/// <summary>Recorded calls against the types of this project: params are judged alike, results keep their members and order.</summary>
public class RecordedExchangeTests
{
    // The reference writes the members of a session entry in the order in which they were set; here the order is fixed.
    private static readonly string[] s_entryOrderFree = ["sessions.reset"];

    public static TheoryData<string, int> Results() => Rows(e => e.Payload is not null);

    public static TheoryData<string, int> Requests() => Rows(e => e.Ok);

    public static TheoryData<string, int> Refusals() =>
        Rows(e => e.Message?.StartsWith($"invalid {e.Method} params: ", StringComparison.Ordinal) is true);

    [Theory]
    [MemberData(nameof(Results))]
    public void A_recorded_result_survives_reading_and_writing(string where, int index)
    {
        var exchange = Exchange.All[index];
        var type = MethodCatalog.Find(exchange.Method)!.ResultType;

        var value = JsonSerializer.Deserialize(exchange.Payload!.Value, type);
        var again = JsonSerializer.SerializeToElement(value, type);

        var difference = JsonDifference.Between(exchange.Payload.Value, again, ordered: !s_entryOrderFree.Contains(exchange.Method));
        Assert.True(difference is null, $"{where} {exchange.Method} {difference}");
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Recorded_params_pass_the_check_and_can_be_read(string where, int index)
    {
        var exchange = Exchange.All[index];
        var method = MethodCatalog.Find(exchange.Method)!;
        var json = exchange.Params.ValueKind == JsonValueKind.Null ? "{}"u8.ToArray() : Encoding.UTF8.GetBytes(exchange.Params.GetRawText());
        ReadOnlyMemory<byte> raw = json;

        Assert.True(method.Check(ref raw) is null, where);
        Assert.NotNull(JsonSerializer.Deserialize(raw.Span, method.ParamsType));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Bad_params_are_refused_with_the_recorded_words(string where, int index)
    {
        var exchange = Exchange.All[index];
        ReadOnlyMemory<byte> raw = Encoding.UTF8.GetBytes(exchange.Params.GetRawText());

        var fault = MethodCatalog.Find(exchange.Method)!.Check(ref raw);

        Assert.True(exchange.Message == $"invalid {exchange.Method} params: {fault}", $"{where}: {fault}");
    }

    [Fact]
    public void The_recordings_cover_most_methods_of_these_families()
    {
        var recorded = Exchange.All.Where(e => e.Payload is not null).Select(e => e.Method).ToHashSet();

        Assert.True(recorded.Count >= 45, $"{recorded.Count} methods: {string.Join(' ', recorded.Order())}");
    }

    private static TheoryData<string, int> Rows(Func<Exchange, bool> wanted)
    {
        var rows = new TheoryData<string, int>();
        for (var i = 0; i < Exchange.All.Count; i++)
        {
            if (wanted(Exchange.All[i]))
                rows.Add($"{Exchange.All[i].Where} {Exchange.All[i].Method}", i);
        }

        return rows;
    }
}
