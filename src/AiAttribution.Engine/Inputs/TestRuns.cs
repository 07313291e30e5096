using System.Security.Cryptography;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Tests.Coverage;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Engine.Inputs;

/// <summary>Says of a coverage report whether the tests that it measured failed. Coverage is written also when tests fail.</summary>
/// <param name="runs">Result files that are known; those next to a report are looked for.</param>
internal sealed class TestRuns(IReadOnlyList<ReadFile> runs)
{
    /// <summary>A report may be written a little after its results.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    private const long MostBytes = 256 << 20;

    private static readonly TimeSpan Rounding = TimeSpan.FromSeconds(1);

    private readonly Dictionary<ReadFile, HashSet<string>> _attachments = [];

    /// <summary>Whether the report belongs to a run that failed: a run that names it as its attachment, else one that was under way when it was written.</summary>
    public bool IsFailed(ReadFile report)
    {
        ReadFile[] near = [.. runs.Where(r => r.Content.Run is not null)];
        ReadFile[] owners = [.. near.Where(r => Attachments(r).Contains(report.Hash))];
        if (owners.Length > 0)
            return owners.Any(r => r.Content.Run!.IsFailing);
        return near.Any(r => Attachments(r).Count == 0 && IsDuring(report.Content.Report!, r.Content.Run!) && r.Content.Run!.IsFailing);
    }

    private static bool IsDuring(CoverageReport report, TestRun run) =>
        run.Start is { } start && run.Finish is { } finish && start - report.Time <= Rounding && report.Time - finish <= Slack;

    /// <summary>Hashes of the files that the run copied for itself.</summary>
    private HashSet<string> Attachments(ReadFile run)
    {
        if (_attachments.TryGetValue(run, out HashSet<string>? hashes))
            return hashes;
        TestRun results = run.Content.Run!;
        string folder = Path.Combine(Path.GetDirectoryName(run.Path)!, results.AttachmentFolder ?? "", "In");
        return _attachments[run] = [.. results.Attachments.Select(a => Path.GetFullPath(Path.Combine(folder, a)))
            .Where(path => path.StartsWith(folder, StringComparison.Ordinal))
            .Select(path => BoundedFile.Read(path, MostBytes).Bytes)
            .OfType<byte[]>()
            .Select(bytes => Convert.ToHexString(SHA256.HashData(bytes)))];
    }
}
