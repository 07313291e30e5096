using System.Globalization;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Core.Sessions.Notes;

namespace AiAttribution.Core.Tests.Fixtures;

/// <summary>
/// Two developers at work, by a seed: concurrent sessions, sub-agents, forks and resumed copies, working trees and a second repository; commits, amends, squashes,
/// rebases and cherry-picks, with and without the hook that copies notes, or on a server, where they are found again later; captures in between, and notes that are exchanged.
/// </summary>
internal sealed class WorkGenerator(int seed)
{
    private const int Steps = 60;
    private const int Machines = 2;

    private static readonly string[] Folders = ["/src/app", "/src/app-tree", "/src/other"];
    private static readonly RepositoryPlace Place = new(["/src/app", "/src/app-tree"]);

    private readonly Random _random = new(seed);
    private readonly List<AgentSession>[] _logs = [[], []];
    private readonly Dictionary<string, IReadOnlyList<Allocation>>[] _notes = [new(StringComparer.Ordinal), new(StringComparer.Ordinal)];
    private readonly List<CommitLink>[] _environment = [[], []];
    private readonly Dictionary<(int Machine, string Key), UsageRecord> _truth = [];
    private readonly List<SessionRest> _rests = [];
    private readonly List<(string Old, string New)> _moved = [];
    private List<LinkCommit> _history = [];
    private double _minute = 1;
    private int _number;

    /// <summary>Notes of both machines, exchanged.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Allocation>> Notes => _notes[0];

    public IReadOnlyList<SessionRest> Rests => _rests;

    /// <summary>Notes as a ledger is given them: those of commits that a server replaced stand at the replacement too.</summary>
    public IEnumerable<NotedCommit> Noted()
    {
        HashSet<string> history = [.. _history.Select(c => c.Id)];
        ILookup<string, string> replaced = _moved.ToLookup(m => m.New, m => m.Old);
        return Notes.Keys.Concat(_moved.Select(m => m.New)).Distinct().Select(commit =>
            new NotedCommit(commit, SessionBuilder.At(0), history.Contains(commit), _random.Next(3), 3, [.. Replaced(commit).SelectMany(c => Notes.GetValueOrDefault(c, []))]));

        IEnumerable<string> Replaced(string commit) => replaced[commit].SelectMany(Replaced).Prepend(commit);
    }

    /// <summary>Tokens of each distinct response that was made in this repository.</summary>
    public TokenUsage Total => _truth.Values.Aggregate(default(TokenUsage), (sum, r) => sum + r.Usage);

    public void Run()
    {
        for (int step = 0; step < Steps; step++)
        {
            _minute += _random.Next(10) == 0 ? _random.Next(10, 90) : _random.NextDouble() * 5;
            int machine = _random.Next(Machines);
            switch (_random.Next(12))
            {
                case < 5: Respond(machine); break;
                case < 8: Commit(machine); break;
                case 8: Replay(machine); break;
                case 9: Rewrite(); break;
                case 10: Capture(machine, SessionBuilder.At(_minute)); break;
                default: Exchange(); break;
            }
        }

        _minute += 600;
        CaptureAll();
    }

    public void CaptureAll()
    {
        Exchange();
        _rests.Clear();
        for (int machine = 0; machine < Machines; machine++)
            _rests.AddRange(Capture(machine, SessionBuilder.At(_minute)));
        Exchange();
    }

    private void Respond(int machine)
    {
        List<AgentSession> logs = _logs[machine];
        int index = logs.Count > 0 && _random.Next(4) > 0 ? _random.Next(logs.Count) : Start(machine);
        AgentSession session = logs[index];
        UsageRecord response = new($"{machine}-{_number++}", SessionBuilder.At(_minute), _random.Next(2) == 0 ? "m1" : "m2", new TokenUsage(_random.Next(50), _random.Next(1, 500), _random.Next(9000), _random.Next(900), _random.Next(90), 0));
        if (session.WorkingDirectory != Folders[2])
            _truth[(machine, response.Key)] = response;
        EditedFile[] edits = _random.Next(3) == 0 ? [] : [SessionBuilder.Edit($"{session.WorkingDirectory}/F{_random.Next(4)}.cs", _minute, Text(_random.Next(2) == 0 ? _random.Next(5) : _number))];
        logs[index] = session with { Responses = [.. session.Responses, response], EditedFiles = [.. session.EditedFiles, .. edits], End = response.Time };
    }

    private int Start(int machine)
    {
        List<AgentSession> logs = _logs[machine];
        AgentSession? parent = logs.Count > 0 && _random.Next(3) == 0 ? logs[_random.Next(logs.Count)] : null;
        logs.Add(new AgentSession("claude-code", $"s{machine}-{_number++}")
        {
            ParentId = parent?.Id,
            WorkingDirectory = parent?.WorkingDirectory ?? Folders[_random.Next(Folders.Length)],
            Start = SessionBuilder.At(_minute),
            Exactness = _random.Next(8) == 0 ? Exactness.SessionTotal : Exactness.Exact,
        });
        return logs.Count - 1;
    }

    /// <summary>A resumed or forked session: a new file that begins with copies of old lines.</summary>
    private void Replay(int machine)
    {
        if (_logs[machine].Count == 0)
            return;
        AgentSession old = _logs[machine][_random.Next(_logs[machine].Count)];
        int count = _random.Next(old.Responses.Count + 1);
        _logs[machine].Add(old with { Id = $"s{machine}-{_number++}", Responses = [.. old.Responses.Take(count)], EditedFiles = [.. old.EditedFiles.Take(_random.Next(2))] });
    }

    private void Commit(int machine)
    {
        AgentSession[] here = [.. _logs[machine].Where(s => s.WorkingDirectory != Folders[2])];
        if (here.Length == 0)
            return;
        AgentSession session = here[_random.Next(here.Length)];
        LinkFile[] files = [.. session.EditedFiles.TakeLast(_random.Next(3)).Select(e => new LinkFile(Place.Relative(e.Path, null)!, e.LineHashes)).DistinctBy(f => f.Path)];
        DateTimeOffset? parent = _history.Count > 0 ? _history[^1].Time : null;
        LinkCommit commit = new(Id(), SessionBuilder.At(_minute), parent, [.. files, new LinkFile("Human.cs", [1, 2, 3])]);
        _history.Add(commit);
        int index = _logs[machine].IndexOf(session);
        if (_random.Next(3) == 0)
            _logs[machine][index] = session with { Commits = [.. session.Commits, new SeenCommit(commit.Id[..7], commit.Time, null)] };
        else if (_random.Next(3) == 0)
            _environment[machine].Add(new CommitLink(session.Agent, session.Id, commit.Id, LinkMethod.Environment, commit.Time));
        if (_random.Next(2) == 0)
            Capture(machine, commit.Time);
    }

    /// <summary>Amend, squash, rebase or cherry-pick; the notes follow, or they do not.</summary>
    private void Rewrite()
    {
        if (_history.Count < 2)
            return;
        List<LinkCommit> old = _history;
        int from = _random.Next(old.Count);
        List<(string Old, string New)> pairs;
        switch (_random.Next(3))
        {
            case 0:
                LinkCommit squashed = old[^2] with { Id = Id(), Files = [.. old[^2].Files.Concat(old[^1].Files).DistinctBy(f => f.Path)] };
                _history = [.. old.SkipLast(2), squashed];
                pairs = [(old[^2].Id, squashed.Id), (old[^1].Id, squashed.Id)];
                break;
            case 1:
                List<LinkCommit> moved = [.. old.Skip(from).Select(c => c with { Id = Id() })];
                _history = [.. old.Take(from), .. moved];
                pairs = [.. old.Skip(from).Zip(moved, (o, n) => (o.Id, n.Id))];
                break;
            default:
                LinkCommit picked = old[from] with { Id = Id() };
                _history = [.. old, picked];
                pairs = [(old[from].Id, picked.Id)];
                break;
        }

        if (_random.Next(3) > 0)
            Copy(pairs);
        else if (_random.Next(2) > 0)
            _moved.AddRange(pairs);
    }

    private void Copy(List<(string Old, string New)> pairs)
    {
        foreach (Dictionary<string, IReadOnlyList<Allocation>> notes in _notes)
        {
            foreach ((string old, string now) in pairs.Where(p => notes.ContainsKey(p.Old)))
                notes[now] = SessionNote.Unite(notes.GetValueOrDefault(now, []).Concat(notes[old]));
        }
    }

    private IReadOnlyList<SessionRest> Capture(int machine, DateTimeOffset now)
    {
        Dictionary<string, IReadOnlyList<Allocation>> notes = _notes[machine];
        LinkPlan plan = SessionLinker.Plan(new LinkInput
        {
            Commits = _history,
            Sessions = [.. SessionMerger.Merge(_logs[machine]).Select(Place.PartOf).OfType<AgentSession>()],
            Known = [.. KnownLinks.Of(notes), .. _environment[machine]],
            Allocated = notes.Values.SelectMany(n => n).SelectMany(a => a.Responses).ToHashSet(),
            Now = now,
        });
        foreach ((string commit, IReadOnlyList<Allocation> added) in plan.Allocations)
            notes[commit] = SessionNote.Unite(notes.GetValueOrDefault(commit, []).Concat(added));
        return plan.Rests;
    }

    private void Exchange()
    {
        string[] commits = [.. _notes.SelectMany(n => n.Keys).Distinct()];
        foreach (string commit in commits)
        {
            IReadOnlyList<Allocation> both = SessionNote.Unite(_notes.SelectMany(n => n.GetValueOrDefault(commit, [])));
            foreach (Dictionary<string, IReadOnlyList<Allocation>> notes in _notes)
                notes[commit] = both;
        }
    }

    private string Id() => Convert.ToHexString(BitConverter.GetBytes(_random.NextInt64())).ToLowerInvariant().PadRight(40, '0');

    private static string Text(int number) => string.Create(CultureInfo.InvariantCulture, $"int value{number} = Read({number});\nreturn value{number} + 1;\n");
}
