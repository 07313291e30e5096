using System.Text.Json;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy;

/// <summary>An object of the policy file: its name and the keys it may have.</summary>
internal abstract class PolicyObject(string name)
{
    public string Name { get; } = name;

    /// <summary>Dotted paths of all keys below.</summary>
    public abstract IEnumerable<string> Paths(string prefix);
}

/// <summary>A key of the policy file.</summary>
/// <param name="Name">The key.</param>
/// <param name="Read">What was read so far, with what the value says; what is wrong with it is reported.</param>
/// <param name="Below">Keys of its object value, or of the objects in its array.</param>
/// <param name="IsList">Whether the value is an array.</param>
internal sealed record PolicyKey<T>(string Name, Func<T, JsonValue, ValueReader, T> Read, PolicyObject? Below = null, bool IsList = false);

/// <summary>An object of the policy file that says something of a <typeparamref name="T"/>.</summary>
internal sealed class PolicyObject<T>(string name, params PolicyKey<T>[] keys) : PolicyObject(name)
{
    /// <summary>What the object says, key by key, put over what holds without it.</summary>
    public T Read(T start, JsonValue value, ValueReader read)
    {
        if (value.Type != JsonTokenType.StartObject)
        {
            read.Report(value.Position, $"{Name} must be an object with the keys {string.Join(", ", keys.Select(k => k.Name))}.");
            return start;
        }

        T result = start;
        var seen = new HashSet<string>();
        foreach (JsonMember member in value.Members)
        {
            if (!seen.Add(member.Name))
                read.Report(member.Position, $"'{member.Name}' stands here twice; keep one of them.");
            else if (Array.Find(keys, k => k.Name == member.Name) is { } key)
                result = key.Read(result, member.Value, read);
            else
                read.Report(member.Position, Unknown(member.Name));
        }

        return result;
    }

    /// <summary>As <see cref="Read"/>.</summary>
    /// <returns>False when something in it is wrong.</returns>
    public bool TryRead(T start, JsonValue value, ValueReader read, out T result)
    {
        int before = read.Problems.Count;
        result = Read(start, value, read);
        return read.Problems.Count == before;
    }

    public override IEnumerable<string> Paths(string prefix)
    {
        foreach (PolicyKey<T> key in keys)
        {
            string path = prefix + key.Name + (key.IsList ? "[]" : "");
            yield return path;
            foreach (string below in key.Below?.Paths(path + ".") ?? [])
                yield return below;
        }
    }

    private string Unknown(string key)
    {
        string[] names = [.. keys.Select(k => k.Name)];
        string wayOut = NearestName.Of(key, names) is string nearest ? $"Did you mean '{nearest}'?" : $"Known here: {string.Join(", ", names)}.";
        return $"Unknown key '{key}' in {Name}. {wayOut}";
    }
}
