using System.Text.Json;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Protocol.Schema;

/// <summary>
/// Checks an object in one pass, whatever the order of its members, and tells the failures in schema order: missing members,
/// unexpected members in input order, then member by member.
/// </summary>
internal static class ObjectCheck
{
    /// <summary>Leaves the reader on the closing brace.</summary>
    public static Failures Run(ref Utf8JsonReader reader, ObjectShape shape)
    {
        var members = shape.Members;
        Span<bool> seen = members.Count <= 128 ? stackalloc bool[members.Count] : new bool[members.Count];
        Failures[]? wrong = null;
        var extras = default(Failures);
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var index = IndexOf(ref reader, members, next);
            if (index < 0)
            {
                if (!shape.IsOpen)
                    extras.Add(new Failure("", $"unexpected property '{JsonText.ShortName(ref reader)}'", NamesRoot: true));
                reader.Read();
                reader.Skip();
                continue;
            }

            next = index + 1;
            seen[index] = true;
            reader.Read();
            var failures = ValueCheck.Run(ref reader, members[index].Shape);
            if (failures.None)
                continue;

            // A repeated member is read with its last value, but every one of them must be readable.
            wrong ??= new Failures[members.Count];
            wrong[index] = failures;
        }

        return Assemble(members, seen, extras, wrong);
    }

    private static Failures Assemble(IReadOnlyList<ShapeMember> members, ReadOnlySpan<bool> seen, Failures extras, Failures[]? wrong)
    {
        var all = default(Failures);
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i].IsRequired && !seen[i])
                all.Add(new Failure("", $"must have required property '{members[i].Name}'"));
        }

        all.AddAll(extras);
        for (var i = 0; wrong is not null && i < members.Count; i++)
            all.AddUnder(members[i].Name, wrong[i]);
        return all;
    }

    // Senders mostly follow the schema order, so the search starts where the last member was found.
    private static int IndexOf(ref Utf8JsonReader reader, IReadOnlyList<ShapeMember> members, int start)
    {
        for (var i = 0; i < members.Count; i++)
        {
            var index = (start + i) % members.Count;
            if (reader.ValueTextEquals(members[index].Utf8))
                return index;
        }

        return -1;
    }
}
