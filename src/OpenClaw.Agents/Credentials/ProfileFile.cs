using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Sessions;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Credentials;

/// <summary>The document <c>auth-profiles.json</c> (spec 08 §15). What nothing here knows stays as it is.</summary>
public sealed class ProfileFile
{
    private ProfileFile(JsonObject root) => Root = root;

    /// <summary>The whole document.</summary>
    public JsonObject Root { get; }

    /// <summary>All credentials, in the order of the file.</summary>
    public IEnumerable<AuthProfile> Profiles =>
        Section("profiles").Select(static pair => AuthProfile.Read(pair.Key, pair.Value)).OfType<AuthProfile>();

    /// <summary>A document without credentials.</summary>
    public static ProfileFile Empty() => new(new JsonObject { ["version"] = 1, ["profiles"] = new JsonObject() });

    /// <summary>Null when there is no such file.</summary>
    /// <exception cref="InvalidDataException">There is one, but it cannot be understood; writing over it would lose what it holds.</exception>
    public static ProfileFile? Read(string path)
    {
        try
        {
            var options = StoreJson.Lenient with { AllowDuplicateProperties = false };
            return JsonNode.Parse(File.ReadAllBytes(path), documentOptions: options) is JsonObject root
                ? new ProfileFile(root)
                : throw new InvalidDataException($"{path} is not a JSON object; repair it or move it away");
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{path} is not JSON (line {problem.LineNumber + 1}); repair it or move it away");
        }
    }

    /// <summary>Writes it, readable by its owner only.</summary>
    public void Write(string path) => AtomicFile.Write(path, [.. StoreJson.Write(Root, indented: true), (byte)'\n']);

    /// <summary>The ids a person put in order for a provider; null when nobody did.</summary>
    public IReadOnlyList<string>? Order(string provider)
    {
        foreach (var (name, ids) in Section("order"))
        {
            if (ModelRef.NormalizeProvider(name) == provider && ids is JsonArray list)
                return [.. list.OfType<JsonValue>().Select(static id => id.TryGetValue<string>(out var text) ? text : null).OfType<string>()];
        }

        return null;
    }

    /// <summary>How a credential has been doing; null when it was never used.</summary>
    public JsonObject? Usage(string profileId) => Section("usageStats")[profileId] as JsonObject;

    /// <summary>A member that is an object, made if it is missing, for a change.</summary>
    public JsonObject Change(string section)
    {
        if (Root[section] is not JsonObject value)
            Root[section] = value = [];
        return value;
    }

    /// <summary>Takes over the entries of older files that have no equal here (spec 08 §15, "legacy").</summary>
    internal void Merge(JsonObject legacy, string? type)
    {
        foreach (var (provider, node) in legacy)
        {
            if (node is not JsonObject entry || Section("profiles").ContainsKey($"{provider}:default"))
                continue;
            var copy = (JsonObject)entry.DeepClone();
            copy["type"] ??= type ?? (entry.ContainsKey("key") ? AuthProfile.ApiKeyType : entry.ContainsKey("token") ? AuthProfile.TokenType : AuthProfile.OAuthType);
            copy["provider"] ??= provider;
            Change("profiles")[$"{provider}:default"] = copy;
        }
    }

    private JsonObject Section(string name) => Root[name] as JsonObject ?? [];
}
