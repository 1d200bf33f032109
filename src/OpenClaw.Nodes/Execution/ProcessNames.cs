using System.Globalization;
using System.Security.Cryptography;

namespace OpenClaw.Nodes.Execution;

/// <summary>Names for running commands that a model can repeat without a mistake: two words.</summary>
internal static class ProcessNames
{
    private static readonly string[] s_first =
    [
        "amber", "brisk", "calm", "clear", "coral", "crisp", "dawn", "deep", "eager", "early", "fair", "fleet", "fresh", "gentle", "glad", "golden", "grand",
        "green", "keen", "kind", "light", "lively", "lucid", "mellow", "mild", "misty", "neat", "nimble", "noble", "pale", "plain", "quick", "quiet", "rapid",
        "salt", "silver", "sunny", "swift", "tidal", "vivid", "warm", "young",
    ];

    private static readonly string[] s_second =
    [
        "basin", "bay", "bloom", "breeze", "brook", "canyon", "cedar", "cliff", "cloud", "cove", "creek", "crest", "dune", "fern", "field", "fjord", "forest",
        "glade", "grove", "harbor", "haven", "hill", "lagoon", "lake", "meadow", "moss", "ocean", "orchard", "pine", "prairie", "rain", "reef", "ridge", "river",
        "shell", "shore", "summit", "tide", "valley", "wave", "willow", "wind",
    ];

    /// <summary>A name that is not taken.</summary>
    public static string New(Func<string, bool> isTaken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var name = $"{Pick(s_first)}-{Pick(s_second)}";
            if (attempt > 20)
                name = string.Create(CultureInfo.InvariantCulture, $"{name}-{RandomNumberGenerator.GetInt32(2, 1000)}");
            if (!isTaken(name))
                return name;
        }
    }

    private static string Pick(string[] words) => words[RandomNumberGenerator.GetInt32(words.Length)];
}
