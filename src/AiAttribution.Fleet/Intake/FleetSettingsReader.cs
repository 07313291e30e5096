using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Text;

namespace AiAttribution.Fleet.Intake;

/// <summary>Reads <c>fleet.json</c>.</summary>
internal static class FleetSettingsReader
{
    private const decimal MostBudget = 1_000_000_000_000;

    private static readonly PolicyObject<KeyValuePair<string, decimal>> Budget = new(
        "groups[].budgets[]",
        new("month", (b, value, read) => new(Month(value, read) ?? "", b.Value)),
        new("amount", (b, value, read) => new(b.Key, read.Amount(value, "amount of a budget", MostBudget) ?? 0)));

    private static readonly PolicyObject<FleetGroup> Group = new(
        "groups[]",
        new("name", (group, value, read) => group with { Name = read.Text(value, "name of a group") ?? "" }),
        new("repositories", (group, value, read) => group with { Repositories = read.NameGlobs(value, "repositories of a group") ?? [] }, IsList: true),
        new("budget", (group, value, read) => group with { Budget = read.Amount(value, "budget of a group", MostBudget) }),
        new("budgets", (group, value, read) => group with { Budgets = Entries(Budget, value, read, "budgets of a group", b => b.Key) }, Budget, IsList: true));

    private static readonly PolicyObject<KeyValuePair<string, IReadOnlyList<Glob>>> Sender = new(
        "senders[]",
        new("folder", (s, value, read) => new(Folder(value, read) ?? "", s.Value)),
        new("repositories", (s, value, read) => new(s.Key, read.NameGlobs(value, "repositories of a sender") ?? []), IsList: true));

    private static readonly PolicyObject<FleetSettings> Root = new(
        "fleet.json",
        new("name", (s, value, read) => s with { Name = read.Text(value, "name") ?? s.Name }),
        new("groups", (s, value, read) => s with { Groups = Groups(value, read) }, Group, IsList: true),
        new("expected", (s, value, read) => s with { Expected = read.Words(value, "expected") ?? [] }, IsList: true),
        new("silentDays", (s, value, read) => s with { SilentDays = read.Integer(value, "silentDays", 1, 3650) ?? s.SilentDays }),
        new("senders", (s, value, read) => s with { Senders = Entries(Sender, value, read, "senders", e => e.Key) }, Sender, IsList: true));

    /// <summary>The settings of a lake.</summary>
    /// <exception cref="ToolException">Something in the file is wrong; all of it is told.</exception>
    public static FleetSettings Read(string file)
    {
        var read = new ValueReader(file);
        try
        {
            FleetSettings settings = Root.Read(new FleetSettings(), JsonTree.Parse(File.ReadAllText(file)), read);
            if (read.Problems.Count == 0)
                return settings;
        }
        catch (JsonSyntaxException e)
        {
            read.Report(e.Position, $"This is not JSON: {e.Message}");
        }

        throw new ToolException([.. read.Problems.Select(p => p.ToString())]);
    }

    private static IReadOnlyList<FleetGroup> Groups(JsonValue value, ValueReader read)
    {
        List<FleetGroup> groups = [];
        foreach (JsonValue item in read.Objects(value, "groups", "{ \"name\": \"payments\", \"repositories\": [\"host.example/acme/pay-*\"] }"))
        {
            if (!Group.TryRead(new FleetGroup("", []), item, read, out FleetGroup group))
                continue;
            if (group.Name.Length == 0 || group.Repositories.Count == 0)
                read.Report(item.Position, "A group needs a name and repositories.");
            else if (groups.Any(g => g.Name == group.Name))
                read.Report(item.Position, $"The group '{group.Name}' stands here twice; put its repositories into one.");
            else
                groups.Add(group);
        }

        return [.. groups.OrderBy(g => g.Name, StringComparer.Ordinal)];
    }

    private static Dictionary<string, T> Entries<T>(PolicyObject<KeyValuePair<string, T>> shape, JsonValue value, ValueReader read, string key, Func<KeyValuePair<string, T>, string> name)
    {
        var entries = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (JsonValue item in read.Objects(value, key))
        {
            if (shape.TryRead(default, item, read, out KeyValuePair<string, T> entry) && (string.IsNullOrEmpty(name(entry)) || entry.Value is null || !entries.TryAdd(name(entry), entry.Value)))
                read.Report(item.Position, $"An entry of {key} is not complete, or stands here twice.");
        }

        return entries;
    }

    private static string? Month(JsonValue value, ValueReader read)
    {
        if (read.Text(value, "month of a budget") is { } month && CellTimes.IsMonth(month))
            return month;
        read.Report(value.Position, "month of a budget must be a month, such as \"2026-10\".");
        return null;
    }

    private static string? Folder(JsonValue value, ValueReader read)
    {
        if (read.Text(value, "folder of a sender") is { } folder && folder.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && folder[0] != '.' && folder is not ("v1" or FleetSettings.Served))
            return folder;
        read.Report(value.Position, "folder of a sender has letters, digits, dots and dashes only, and is not v1 or served.");
        return null;
    }
}
