using System.Security.Cryptography;
using System.Text;
using AiAttribution.Fleet.Intake;

namespace AiAttribution.Fleet.Pages;

/// <summary>All pages of a fleet, and what may be told on which. Equal figures and settings give equal pages.</summary>
internal sealed class Site
{
    private const int HashDigits = 8;

    private readonly FleetFigures _figures;
    private readonly RepositoryFigures[][] _members;
    private readonly Telling _telling;

    public Site(FleetFigures figures, FleetSettings settings)
    {
        _figures = figures;
        Settings = settings;
        ILookup<string?, RepositoryFigures> grouped = figures.Repositories.ToLookup(r => settings.GroupOf(r.Name)?.Name);
        _members = [.. settings.Groups.Select(g => grouped[g.Name].ToArray())];
        _telling = new Telling([.. _members.Select(m => m.Select(r => r.Name).ToArray())]);
        Front = new Scope(settings.Name, "index.html", figures.Repositories);
        Groups = [.. settings.Groups.Select((g, i) => new Scope(g.Name, FileOf("group", g.Name), _members[i]) { Group = g })];
        Repositories = [.. figures.Repositories.Select(r => new Scope(r.Name, FileOf("repository", r.Name), [r]) { Single = r })];
        foreach (string month in figures.Months.Append(RepositoryFigures.Unlinked))
        {
            Fill((FigureKind.Change, month), r => r.Changes.GetValueOrDefault(month), c => c.High, (a, b) => a + b, (scope, sum) => scope with { Changes = With(scope.Changes, month, sum) });
            Fill((FigureKind.Spending, month), r => r.Spending.GetValueOrDefault(month), s => s.Usd, (a, b) => a + b, (scope, sum) => scope with { Spending = With(scope.Spending, month, sum) });
        }

        Fill((FigureKind.Lines, ""), r => r.Lines, l => l.Total, (a, b) => a + b, (scope, sum) => scope with { Lines = sum });
        Fill((FigureKind.Tested, ""), r => r.Tested, t => t.Tested + t.Untested + t.Unmeasured, (a, b) => a + b, (scope, sum) => scope with { Tested = sum });
        Fill((FigureKind.Lives, ""), r => r.Lives, l => l.AiOld + l.OtherOld, (a, b) => a + b, (scope, sum) => scope with { Lives = sum });
    }

    public FleetSettings Settings { get; }

    /// <summary>Day of the newest thing that is known.</summary>
    public string? Clock => _figures.Clock;

    /// <summary>How much of the lake the figures leave out; null when it is all there.</summary>
    public string? Partial => _figures.Partial;

    /// <summary>The months that are told, oldest first.</summary>
    public IReadOnlyList<string> Months => _figures.Months;

    /// <summary>All repositories together.</summary>
    public Scope Front { get; private set; }

    /// <summary>The groups, by name.</summary>
    public Scope[] Groups { get; }

    /// <summary>The repositories, by name.</summary>
    public Scope[] Repositories { get; }

    /// <summary>Writes all pages into a folder.</summary>
    /// <param name="folder">Full path; it is made.</param>
    /// <param name="progress">Told how many pages are written.</param>
    /// <param name="cancel">Ends the work.</param>
    public void Write(string folder, IProgress<int> progress, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        int pages = 0;
        foreach (Scope scope in Repositories.Concat(Groups).Append(Front))
        {
            cancel.ThrowIfCancellationRequested();
            File.WriteAllText(Path.Combine(folder, scope.File), new ScopePage(this, scope).Write(), new UTF8Encoding(false));
            progress.Report(++pages);
        }
    }

    /// <summary>A name that no other page has, in letters that every server and file system takes.</summary>
    private static string FileOf(string kind, string name)
    {
        string readable = string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c == '.' ? c : '-'));
        string hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name))).ToLowerInvariant()[..HashDigits];
        return $"{kind}-{readable[..Math.Min(readable.Length, 80)].Trim('.')}-{hash}.html";
    }

    private void Fill<T>((FigureKind, string) figure, Func<RepositoryFigures, Told<T>?> of, Func<T, decimal> size, Func<T, T, T> add, Func<Scope, T, Scope> put)
        where T : class
    {
        Dictionary<string, T> values = [];
        List<(string, bool, decimal)> told = [];
        foreach (RepositoryFigures repository in _figures.Repositories)
        {
            if (of(repository) is not { } known)
                continue;
            values.Add(repository.Name, known.Value);
            told.Add((repository.Name, known.IsPublishable, size(known.Value)));
        }

        if (told.Count == 0)
            return;
        ToldScopes scopes = _telling.Decide(told);
        Front = Fill(Front, scopes.All);
        for (int i = 0; i < Groups.Length; i++)
            Groups[i] = Fill(Groups[i], scopes.Groups.Contains(i));
        for (int i = 0; i < Repositories.Length; i++)
            Repositories[i] = Fill(Repositories[i], scopes.Repositories.Contains(Repositories[i].Title));

        Scope Fill(Scope scope, bool isTold)
        {
            T[] own = [.. scope.Repositories.Where(r => values.ContainsKey(r.Name)).Select(r => values[r.Name])];
            return own.Length == 0 ? scope : isTold ? put(scope, own.Aggregate(add)) : scope with { Withheld = new HashSet<(FigureKind, string)>([.. scope.Withheld, figure]) };
        }
    }

    private static Dictionary<string, T> With<T>(IReadOnlyDictionary<string, T> months, string month, T value) => new(months) { [month] = value };
}
