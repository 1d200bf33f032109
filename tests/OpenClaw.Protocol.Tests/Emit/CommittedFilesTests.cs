using System.Text.Json;
using OpenClaw.Protocol.Emit;

namespace OpenClaw.Protocol.Tests.Emit;

public class CommittedFilesTests
{
    // The verb of `openclaw protocol` that writes each kind.
    public static TheoryData<EmitKind, string> Kinds => new()
    {
        { EmitKind.Schema, "schema" },
        { EmitKind.TypeScript, "ts" },
        { EmitKind.Swift, "swift" },
        { EmitKind.Markdown, "docs" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_committed_file_is_what_the_types_say_now(EmitKind kind, string verb)
    {
        var file = Path.Combine(Root(), "protocol", ProtocolEmitter.FileName(kind));

        Assert.True(
            File.Exists(file) && File.ReadAllText(file) == Emitted(kind),
            $"The wire types changed. Run: openclaw protocol {verb} > protocol/{ProtocolEmitter.FileName(kind)}");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_types_give_the_same_text(EmitKind kind, string verb)
    {
        Assert.Equal(Emitted(kind), Emitted(kind));
        Assert.DoesNotContain('\r', Emitted(kind));
        Assert.NotEmpty(verb);
    }

    [Fact]
    public void Every_reference_in_the_schema_has_a_definition()
    {
        using var schema = JsonDocument.Parse(Emitted(EmitKind.Schema));
        var defined = schema.RootElement.GetProperty("definitions").EnumerateObject().Select(d => $"#/definitions/{d.Name}");

        Assert.Empty(References(schema.RootElement).Except(defined));
    }

    private static IEnumerable<string> References(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(m =>
            m is { Name: "$ref", Value.ValueKind: JsonValueKind.String } ? [m.Value.GetString()!] : References(m.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private static string Emitted(EmitKind kind)
    {
        using var text = new StringWriter();
        ProtocolEmitter.Write(kind, text);
        return text.ToString();
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "global.json")))
            directory = directory.Parent ?? throw new InvalidOperationException("The tests run inside the repository.");
        return directory.FullName;
    }
}
