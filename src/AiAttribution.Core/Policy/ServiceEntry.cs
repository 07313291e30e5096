using AiAttribution.Core.Deployments;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy;

/// <summary>An entry of <c>deployment.services</c>.</summary>
internal sealed record ServiceEntry(string Name, IReadOnlyList<Glob> Paths)
{
    public static PolicyObject<ServiceEntry> Shape { get; } = new(
        "deployment.services[]",
        new("name", (service, value, read) => service with { Name = read.Text(value, "name of a service") ?? "" }),
        new("paths", (service, value, read) => service with { Paths = read.PathGlobs(value, "paths of a service") ?? [] }, IsList: true));

    public static ServiceMap ReadAll(JsonValue value, ValueReader read)
    {
        var services = new Dictionary<string, IReadOnlyList<Glob>>(StringComparer.Ordinal);
        foreach (JsonValue item in read.Objects(value, "deployment.services", "{ \"name\": \"api\", \"paths\": [\"src/Api/**\"] }"))
        {
            if (!Shape.TryRead(new ServiceEntry("", []), item, read, out ServiceEntry service))
                continue;
            if (service.Name.Length == 0 || service.Paths.Count == 0)
                read.Report(item.Position, "A service needs a name and paths.");
            else if (!services.TryAdd(service.Name, service.Paths))
                read.Report(item.Position, $"The service '{service.Name}' stands here twice; put its paths into one entry.");
        }

        return new ServiceMap(services);
    }
}
