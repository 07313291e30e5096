using AiAttribution.Core.Diagnostics;
using AiAttribution.Core.Trails.Coverage;

namespace AiAttribution.Git.Collection;

/// <summary>Reads coverage reports from disk and unites them.</summary>
internal sealed class CoverageLoader(GitRepository repository, List<EnvironmentNote> notes)
{
    private const long MostBytes = 256 << 20;

    public CoverageTrail Load(IReadOnlyList<string> paths, string commit)
    {
        List<CoverageReport> reports = [];
        foreach (string path in paths)
        {
            if (Read(path) is { } report)
                reports.Add(report);
        }

        if (reports.Count == 0)
            return CoverageTrail.Empty;
        var resolver = new PathResolver(repository.WorkingDirectory, repository.ListFiles(commit));
        return CoverageTrail.Unite(reports, resolver, p => RepositoryPaths.Full(repository, p) is { } full ? SourceFile.Time(full) : null);
    }

    private CoverageReport? Read(string path)
    {
        string name = RepositoryPaths.Relative(repository, path) ?? Path.GetFileName(path);
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists || file.Length > MostBytes)
                return Skip(name, file.Exists ? $"it has more than {MostBytes >> 20} MiB" : "it does not exist", 0, 0);
            using FileStream stream = file.OpenRead();
            CoverageReading reading = CoberturaReader.Read(stream, file.LastWriteTimeUtc);
            return reading.Report ?? Skip(name, reading.Problem!.Message, reading.Problem.Line, reading.Problem.Column);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Skip(name, "it cannot be read", 0, 0);
        }
    }

    private CoverageReport? Skip(string name, string message, int line, int column)
    {
        notes.Add(new EnvironmentNote(EnvironmentDiagnostics.UnreadableTrail, $"coverage report left out: {message}", null, name, line, column));
        return null;
    }
}
