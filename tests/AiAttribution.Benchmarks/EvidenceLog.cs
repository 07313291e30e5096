using System.Diagnostics;
using AiAttribution.Core.Evidence;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Benchmarks;

/// <summary>Classifies every commit of a repository: how long it takes, what is found, and with <c>--suspects</c> which messages name an agent and yet carry no evidence.</summary>
internal static class EvidenceLog
{
    private static readonly string[] Words = ["claude", "copilot", "codex", "cursor", "gemini", "aider", "devin", "generated with", "assisted-by", "openai", "chatgpt"];

    public static int Run(string[] args)
    {
        List<CommitFacts> commits = Read(args[0]);
        var classifier = new EvidenceClassifier(EvidenceOptions.Default, RevsFile.Empty);
        foreach (CommitFacts commit in commits)
            classifier.Classify(commit);
        var watch = Stopwatch.StartNew();
        var results = commits.ConvertAll(c => (Commit: c, Found: classifier.Classify(c)));
        Console.WriteLine($"{commits.Count} commits, {commits.Sum(c => (long)c.Message.Length)} characters, classified in {watch.Elapsed.TotalMilliseconds:F1} ms; {results.Count(r => r.Found.Count > 0)} have evidence");
        foreach (var group in results.SelectMany(r => r.Found).GroupBy(s => $"{s.Grade,-9} {EvidenceKindNames.Of(s.Kind),-20} {s.Agent,-22} {s.Model,-24} {s.Source}").OrderByDescending(g => g.Count()))
            Console.WriteLine($"{group.Count(),7} {group.Key}");
        if (args.Contains("--suspects"))
            PrintSuspects(results);
        return 0;
    }

    private static void PrintSuspects(List<(CommitFacts Commit, IReadOnlyList<EvidenceStatement> Found)> results)
    {
        foreach ((CommitFacts commit, IReadOnlyList<EvidenceStatement> found) in results)
        {
            bool weak = found.Count > 0 && found[0].Grade == EvidenceGrade.Weak;
            string[] lines = $"{commit.AuthorName} <{commit.AuthorEmail}> {commit.Message}".Split('\n').Where(l => Words.Any(w => l.Contains(w, StringComparison.OrdinalIgnoreCase))).Take(4).ToArray();
            if (weak || (found.Count == 0 && lines.Length > 0))
                Console.WriteLine($"{(weak ? "weak" : "none")} {commit.Id[..10]} {string.Join(" | ", lines.Select(l => l.Length > 120 ? l[..120] : l))}");
        }
    }

    private static List<CommitFacts> Read(string repository)
    {
        string log = GitProcess.Run(repository, "log", "--all", "-z", "--format=%H%x01%an%x01%ae%x01%cn%x01%ce%x01%B");
        return log.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split('\u0001')).Where(f => f.Length == 6)
            .Select(f => new CommitFacts(f[0], f[1], f[2], f[3], f[4], f[5])).ToList();
    }
}
