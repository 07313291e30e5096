using System.Text.Json;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Reading;

/// <summary>An object of the policy file: its name and the keys it may have.</summary>
internal sealed class PolicyObject(string name, params PolicyKey[] keys)
{
    public string Name { get; } = name;

    public void Read(JsonValue value, PolicyDraft draft)
    {
        if (value.Type != JsonTokenType.StartObject)
        {
            draft.Report(value.Position, $"{Name} must be an object with the keys {string.Join(", ", keys.Select(k => k.Name))}.");
            return;
        }

        var seen = new HashSet<string>();
        foreach (JsonMember member in value.Members)
        {
            if (!seen.Add(member.Name))
                draft.Report(member.Position, $"'{member.Name}' stands here twice; keep one of them.");
            else if (keys.FirstOrDefault(k => k.Name == member.Name) is PolicyKey key)
                key.Read(member.Value, draft);
            else
                draft.Report(member.Position, Unknown(member.Name));
        }
    }

    /// <summary>Dotted paths of all keys below.</summary>
    public IEnumerable<string> Paths(string prefix) =>
        keys.SelectMany(k => PathsOf(k, prefix + k.Name + (k.IsList ? "[]" : "")));

    private static IEnumerable<string> PathsOf(PolicyKey key, string path) =>
        key.Below is null ? [path] : key.Below.Paths(path + ".").Prepend(path);

    private string Unknown(string key)
    {
        string[] names = [.. keys.Select(k => k.Name)];
        string wayOut = NearestName.Of(key, names) is string nearest ? $"Did you mean '{nearest}'?" : $"Known here: {string.Join(", ", names)}.";
        return $"Unknown key '{key}' in {Name}. {wayOut}";
    }
}
