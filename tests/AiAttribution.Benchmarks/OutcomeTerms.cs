using System.Globalization;
using AiAttribution.Core.Deployments.Formats;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Deployments;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Outcomes;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Scanning.Notes;

namespace AiAttribution.Benchmarks;

/// <summary>Normalised deployments with other terms than the definition's, tags as deployments: <c>outcomes REPOSITORY [WEEKS] [LINES]</c> prints a row for the guide, the quarters, and so many landed lines that are not new.</summary>
internal sealed class OutcomeTerms
{
    private const int DaysBefore = (7 * (UsualWeek.WeeksBack + UsualWeek.Gap)) + OutcomeCells.DaysToAge;
    private const int WeeksOfQuarter = 13;

    private readonly TextHistory[] _texts;
    private readonly int _baseline;
    private readonly int _firstDay;
    private readonly int _now;
    private readonly int _first;
    private readonly int _last;

    private OutcomeTerms(TextHistory[] texts, int baseline, int firstDay, int now, int weeks)
    {
        (_texts, _baseline, _firstDay, _now) = (texts, baseline, firstDay, now);
        _last = OutcomeDay.Week(now);
        _first = _last - weeks + 1;
    }

    public static int Run(string[] arguments)
    {
        int weeks = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 8 * WeeksOfQuarter;
        int shown = arguments.Length > 2 ? int.Parse(arguments[2], CultureInfo.InvariantCulture) : 0;
        using GitRepository repository = GitRepository.Open(arguments[0]);
        string commit = repository.ResolveCommit("HEAD");
        var deployments = DeploymentHistory.Read(repository, AttributionPolicy.Default, DeploymentReader.Read([]), []);
        IReadOnlyList<ProductionState> states = ProductionStates.Of(deployments.Timelines);
        if (states.Count == 0)
        {
            Console.WriteLine("not known: no tag is a release");
            return 1;
        }

        var options = new ScanOptions();
        var notes = new NoteReader(repository, options.Evidence, commit);
        WalkedCommit[] walk = new HistoryWalk(repository, new EvidenceClassifier(options.Evidence, RepositoryFiles.Revs(repository, commit)), notes).Read(ObjectId.Parse(commit), [], null, default).Walk;
        var line = new MainLine(walk);
        int[] days = MainDays.Of(walk, line, MainDays.Deployed(deployments.Timelines));
        int now = Math.Max(OutcomeDay.Of(repository.CommitTime(commit)), states[^1].Day);
        int from = OutcomeDay.StartOf(OutcomeDay.Week(now) - weeks + 1) - DaysBefore;
        var lines = new BlobLines(repository, new TextNumbers());
        var shipped = new ShippedPaths(new ShippedCode(repository, commit), AttributionPolicy.Default.Services, deployments.Timelines.Select(t => t.Service));
        var authors = new LineAuthors();
        var main = new TextStates();
        int before = Array.FindIndex(days, day => day < from);
        int oldest = before < 0 ? days.Length - 1 : before;
        new MainTexts(repository, walk, line, lines, new StepAuthors(repository, walk, lines, authors, shipped.OfAny), shipped.OfAny, main, int.MinValue).Read(oldest, null, days, default);
        TextSpans production = new ProductionTexts(repository, lines, shipped.Of).Read(ProductionTexts.From(states, from), default);
        TextHistory[] texts = [.. Enumerable.Range(0, lines.Numbers.Count).Select(t => new TextHistory(main.Spans.Of(t, now), production.Of(t, now)))];
        new OutcomeTerms(texts, production.FirstDay!.Value, main.Spans.FirstDay ?? now, now, weeks).Write();
        new LandedLines(repository, walk, line, lines, shipped.OfAny).Write(oldest, shown);
        return 0;
    }

    private void Write()
    {
        double[] usual = Quarters(Weeks(10, 14));
        (double Sum, double Low, double High, bool IsAbove)[] weeks = Weeks(10, 14);
        Console.WriteLine($"quarters, oldest first: {string.Join("  ", usual.Select(Number))}");
        Console.WriteLine($"weeks with work {weeks.Count(w => w.Sum > 0)}, above c {weeks.Count(w => w.IsAbove)}; sum of Y {Number(weeks.Sum(w => w.Sum))}, ND {Number(weeks.Sum(w => w.Low))} to {Number(weeks.Sum(w => w.High))}");
        foreach ((int full, int lasts) in ((int, int)[])[(5, 14), (10, 14), (20, 14), (10, 7), (10, 30)])
        {
            (double Sum, double Low, double High, bool IsAbove)[] other = Weeks(full, lasts);
            Console.WriteLine($"m {full,2} N {lasts,2}: ND {Number(other.Sum(w => w.Low))} to {Number(other.Sum(w => w.High))}, {Number(other.Sum(w => w.Low) / weeks.Sum(w => w.Low))} times; without c {Number(other.Sum(w => w.Sum) / weeks.Sum(w => w.Sum))} times; rank correlation of quarters {Number(Spearman(usual, Quarters(other)))}");
        }
    }

    private (double Sum, double Low, double High, bool IsAbove)[] Weeks(int full, int lasts)
    {
        ILookup<int, OutcomeCell> cells = OutcomeCells.Of(_texts, _baseline, _now, _ => LineState.Other, lasts).OrderBy(c => c.Key.Type, StringComparer.Ordinal).ToLookup(c => c.Key.Week, c => c.Value);
        var usual = new UsualWeek(_texts.Where(t => t.Main.Count > 0).Select(t => t.Main), _firstDay, full, lasts);
        return [.. Enumerable.Range(_first, _last - _first + 1).Select(week =>
        {
            double low = cells[week].Sum(c => Worth(c.Added.Total, c.Removed.Total, full));
            double high = cells[week].Sum(c => Worth(c.Added.Total + c.Adding.Total, c.Removed.Total + c.Removing.Total, full));
            double bound = usual.Bound(week);
            return (low, Bounded(low, bound), Bounded(high, bound), high > bound);
        })];
    }

    private static double Worth(int came, int went, int full) => Math.Min(1.0, (double)Math.Max(came, went) / full);

    private static double Bounded(double sum, double bound) => sum <= bound ? sum : bound * (1 + Math.Log(sum / bound));

    private static double[] Quarters((double Sum, double Low, double High, bool IsAbove)[] weeks) => [.. weeks.Chunk(WeeksOfQuarter).Select(q => q.Sum(w => w.Low))];

    private static double Spearman(double[] one, double[] other)
    {
        double[] a = Ranks(one), b = Ranks(other);
        double mean = (one.Length + 1) / 2.0;
        double both = a.Zip(b, (x, y) => (x - mean) * (y - mean)).Sum();
        double scale = Math.Sqrt(a.Sum(x => (x - mean) * (x - mean)) * b.Sum(y => (y - mean) * (y - mean)));
        return scale == 0 ? double.NaN : both / scale;
    }

    /// <summary>Equal values share their places.</summary>
    private static double[] Ranks(double[] values) => [.. values.Select(v => values.Count(o => o < v) + ((values.Count(o => o == v) + 1) / 2.0))];

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}

/// <summary>Counts which lines that the main line took in are new texts, and why the others are not.</summary>
internal sealed class LandedLines(GitRepository repository, WalkedCommit[] walk, MainLine line, BlobLines lines, Predicate<string> ships)
{
    private readonly Dictionary<int, int> _held = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal) { ["new"] = 0, ["moved or renamed"] = 0, ["there already"] = 0, ["came back"] = 0 };
    private readonly List<string> _examples = [];

    /// <summary>Goes from a step to the newest.</summary>
    /// <param name="oldest">What it holds is there.</param>
    /// <param name="shown">So many lines that are not new are shown.</param>
    public void Write(int oldest, int shown)
    {
        ObjectId before = default;
        for (int step = oldest; step >= 0; step--)
        {
            ObjectId now = walk[line.Steps[step]].Node.Tree;
            Pass(BlobChanges.Between(repository, before, now, ships), walk[line.Steps[step]].Node.Id, before.IsNull);
            before = now;
        }

        int all = _counts.Values.Sum();
        Console.WriteLine($"landed lines {all}: {string.Join(", ", _counts.Select(c => $"{c.Key} {(100.0 * c.Value / Math.Max(1, all)).ToString("0.0", CultureInfo.InvariantCulture)} %"))}");
        var random = new Random(1);
        foreach (string example in _examples.OrderBy(_ => random.Next()).Take(shown))
            Console.WriteLine(example);
    }

    private void Pass(IReadOnlyList<TreeChange> changes, ObjectId commit, bool isFirst)
    {
        var went = new Dictionary<int, int>();
        List<(int Text, string Place)> came = [];
        foreach (TreeChange change in changes)
        {
            Dictionary<int, int> old = Count(change.Old);
            foreach (NumberedLine landed in change.New.IsFile ? lines.Of(change.New.Id) : [])
            {
                if (old.GetValueOrDefault(landed.Text) > 0)
                    old[landed.Text]--;
                else
                    came.Add((landed.Text, $"{commit.ToHex(repository.Objects.IdLength)[..10]} {change.Path}:{landed.Line}"));
            }

            foreach ((int text, int count) in old.Where(o => o.Value > 0))
                went[text] = went.GetValueOrDefault(text) + count;
        }

        if (!isFirst)
            came.ForEach(c => Tell(Cause(c.Text, went), c.Place));
        foreach ((int text, int count) in went)
            _held[text] -= count;
        came.ForEach(c => _held[c.Text] = _held.GetValueOrDefault(c.Text) + 1);
    }

    private Dictionary<int, int> Count(TreeEntry entry) =>
        entry.IsFile ? lines.Of(entry.Id).GroupBy(l => l.Text).ToDictionary(g => g.Key, g => g.Count()) : [];

    private string Cause(int text, Dictionary<int, int> went) =>
        !_held.TryGetValue(text, out int held) ? "new" : held == 0 ? "came back" : went.ContainsKey(text) ? "moved or renamed" : "there already";

    private void Tell(string cause, string place)
    {
        _counts[cause]++;
        if (cause != "new")
            _examples.Add($"{cause}: {place}");
    }
}
