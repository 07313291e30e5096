using AiAttribution.Core.Evidence;

namespace AiAttribution.Benchmarks;

/// <summary>Recall and precision of the classifier on labelled commits, per kind, and every disagreement.</summary>
internal static class EvidenceAccuracy
{
    public static int Run(string[] args)
    {
        var classifier = new EvidenceClassifier(EvidenceOptions.Default, RevsFile.Empty);
        var results = LabelledCommit.Load(args[0]).Select(c => (Commit: c, Found: classifier.Classify(c.Facts()))).ToList();

        Console.WriteLine($"{"label kind",-36} {"commits",8} {"found",8} {"recall",8}");
        foreach (var kind in results.Where(r => r.Commit.IsAi).SelectMany(r => r.Commit.Kinds.Select(k => (Kind: k, r.Found))).GroupBy(k => k.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
            PrintRow(kind.Key, kind.Count(), kind.Count(k => k.Found.Count > 0));
        PrintRow("all", results.Count(r => r.Commit.IsAi), results.Count(r => r.Commit.IsAi && r.Found.Count > 0));
        PrintRow("all, declared", results.Count(r => r.Commit.IsAi), results.Count(r => r.Commit.IsAi && r.Found.Any(s => s.Grade > EvidenceGrade.Weak)));

        Console.WriteLine($"\n{"evidence kind",-36} {"commits",8} {"right",8} {"precision",8}");
        foreach (var kind in results.SelectMany(r => r.Found.Select(s => (s.Kind, s.Grade)).Distinct().Select(s => (Name: $"{EvidenceKindNames.Of(s.Kind)} {s.Grade}", r.Commit.IsAi))).GroupBy(s => s.Name).OrderBy(g => g.Key, StringComparer.Ordinal))
            PrintRow(kind.Key, kind.Count(), kind.Count(k => k.IsAi));

        Console.WriteLine("\ndisagreements");
        foreach ((LabelledCommit commit, IReadOnlyList<EvidenceStatement> found) in results.Where(r => r.Commit.IsAi != r.Found.Count > 0))
            Console.WriteLine($"{commit.Sha} label {commit.Label} [{string.Join(' ', commit.Kinds)}] found [{string.Join(' ', found.Select(s => $"{s.Source}={s.Agent}"))}]");
        return 0;
    }

    private static void PrintRow(string name, int all, int good) => Console.WriteLine($"{name,-36} {all,8} {good,8} {(double)good / all,8:P1}");
}
