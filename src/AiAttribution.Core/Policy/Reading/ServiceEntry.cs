using System.Text.Json;
using AiAttribution.Core.Text;
using AiAttribution.Core.Trails.Deployments;

namespace AiAttribution.Core.Policy.Reading;

/// <summary>An entry of <c>deployment.services</c>.</summary>
internal static class ServiceEntry
{
    /// <summary>The keys; values are read by <see cref="ReadAll"/>, because a service is made of both.</summary>
    public static PolicyObject Shape { get; } = new(
        "deployment.services[]",
        new PolicyKey("name", (value, draft) => draft.Text(value, "name of a service")),
        new PolicyKey("paths", (value, draft) => draft.Texts(value, "paths of a service"), IsList: true));

    public static void ReadAll(JsonValue value, PolicyDraft draft)
    {
        if (value.Type != JsonTokenType.StartArray)
        {
            draft.Report(value.Position, "deployment.services must be a list of objects such as { \"name\": \"api\", \"paths\": [\"src/Api/**\"] }.");
            return;
        }

        var services = new Dictionary<string, IReadOnlyList<Glob>>(StringComparer.Ordinal);
        foreach (JsonValue item in value.Items)
        {
            if (Read(item, draft) is var (name, paths) && !services.TryAdd(name, paths))
                draft.Report(item.Position, $"The service '{name}' stands here twice; put its paths into one entry.");
        }

        draft.Policy = draft.Policy with { Services = new ServiceMap(services) };
    }

    private static (string Name, IReadOnlyList<Glob> Paths)? Read(JsonValue value, PolicyDraft draft)
    {
        int before = draft.Problems.Count;
        Shape.Read(value, draft);
        if (draft.Problems.Count > before)
            return null;
        string? name = value.Members.FirstOrDefault(m => m.Name == "name")?.Value.Text;
        Glob[] paths = [.. value.Members.FirstOrDefault(m => m.Name == "paths")?.Value.Items.Select(i => Glob.ForPaths(i.Text)) ?? []];
        if (name is not null && paths.Length > 0)
            return (name, paths);
        draft.Report(value.Position, "A service needs a name and paths.");
        return null;
    }
}
