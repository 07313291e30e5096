using System.Collections.Concurrent;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Text;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Lines;
using AiAttribution.Git.Scanning.Notes;
using AiAttribution.Git.Scanning.Originals;

namespace AiAttribution.Git.Scanning;

/// <summary>Turns origins of lines into attribution: states, sources and counts.</summary>
internal sealed class ResultBuilder(GitRepository repository, WalkedCommit[] walk, NoteReader notes, bool[] baseline, ScanOptions options)
{
    private readonly ConcurrentDictionary<string, List<LineOrigin>> _files = new(StringComparer.Ordinal);

    public void Add(VersionGroup group, List<LineOrigin>[] origins)
    {
        for (int file = 0; file < origins.Length; file++)
            _files[group.Heads[file].Path] = origins[file];
    }

    public ScanResult Build(string commit, IReadOnlyList<string> problems)
    {
        var sources = new SourceTable(repository, walk, notes, baseline, options.KeepAllSources);
        var files = new SortedDictionary<string, FileAttribution>(StringComparer.Ordinal);
        foreach ((string path, List<LineOrigin> origins) in _files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            FileAttribution file = Runs(path, origins, sources);
            if (options.KeepAllSources || file.Runs.Any(run => run.State != LineState.Other || run.Source >= 0))
                files.Add(path, file);
        }

        var attribution = new AttributionResult(commit, sources.Sources, files);
        return new ScanResult(attribution, Summary(problems), options);
    }

    private static FileAttribution Runs(string path, List<LineOrigin> origins, SourceTable sources)
    {
        origins.Sort((a, b) => a.HeadLine.CompareTo(b.HeadLine));
        var runs = new RunList();
        foreach (LineOrigin origin in origins)
            sources.Classify(origin, runs);
        return new FileAttribution(path, runs.LineCount, runs.ToArray());
    }

    private ScanSummary Summary(IReadOnlyList<string> problems)
    {
        var kinds = new NamedCounts();
        var agents = new NamedCounts();
        int ai = 0;
        int weak = 0;
        foreach (WalkedCommit commit in walk)
        {
            IReadOnlyList<EvidenceStatement> statements = [.. commit.Statements, .. commit.NoteStatements];
            foreach (string kind in statements.Select(s => EvidenceKindNames.Of(s.Kind)).Distinct())
                kinds.Add(kind);
            foreach (string agent in statements.Select(s => s.Agent).Distinct())
                agents.Add(agent);
            if (statements.Any(s => s.Grade > EvidenceGrade.Weak))
                ai++;
            else if (statements.Count > 0)
                weak++;
        }

        int annotated = walk.Count(commit => commit.HasNote);
        int inPart = walk.Count(commit => commit.IsInPart);
        return new ScanSummary(
            walk.Length,
            ai,
            weak,
            kinds,
            agents,
            annotated,
            notes.Count - annotated,
            walk.Count(commit => commit.Adopted is not null),
            walk.Any(commit => commit.Node.IsBoundary),
            [.. problems, .. NoteTrouble.Damage(walk.SelectMany(commit => commit.NoteTroubles))])
        {
            InPart = inPart,
            Missing = repository.Contents.Missing,
            Resolved = walk.Count(commit => commit.Originals is not null),
            References = Array.Exists(walk, commit => commit.AsksOriginals) ? OriginalReferences.Fingerprint(repository) : null,
            Evidence = Evidence(),
            Foreign = ForeignNotes.Of(walk.SelectMany(commit => commit.NoteTroubles)),
        };
    }

    private Dictionary<string, IReadOnlyList<EvidenceStatement>> Evidence()
    {
        var evidence = new Dictionary<string, IReadOnlyList<EvidenceStatement>>(StringComparer.Ordinal);
        foreach (WalkedCommit commit in walk)
        {
            EvidenceStatement[] statements = [.. commit.Statements.Concat(commit.NoteStatements).OrderByDescending(s => s.Grade)];
            if (statements.Length > 0)
                evidence.Add(commit.Node.Id.ToHex(repository.Objects.IdLength), statements);
        }

        return evidence;
    }
}
