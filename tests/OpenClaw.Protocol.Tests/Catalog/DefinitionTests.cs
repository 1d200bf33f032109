using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Tests.Catalog;

public class DefinitionTests
{
    public static TheoryData<string> Names => [.. MethodCatalog.All.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_method_says_what_it_does_in_one_sentence(string name)
    {
        var summary = MethodCatalog.Find(name)!.Summary;

        Assert.EndsWith(".", summary, StringComparison.Ordinal);
        Assert.True(char.IsUpper(summary[0]), summary);
    }
}
