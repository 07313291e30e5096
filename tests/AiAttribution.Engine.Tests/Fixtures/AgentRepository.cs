using AiAttribution.Core.Members;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Repository;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Engine.Tests.Fixtures;

/// <summary>Repositories in which an agent wrote a file, and what is collected of them.</summary>
internal static class AgentRepository
{
    public const string ByAgent = "Add it\n\nCo-authored-by: Claude <noreply@anthropic.com>\n";
    public const string Source = "one\ntwo\nthree\nfour\nfive\nsix\n";

    public static TestRepository AgentWrote(string path)
    {
        var repository = new TestRepository();
        repository.Write(path, Source).Commit(ByAgent);
        return repository;
    }

    public static string WriteCoverage(TestRepository repository, string path, int hits)
    {
        string lines = string.Concat(Enumerable.Range(1, 6).Select(n => $"<line number=\"{n}\" hits=\"{hits}\"/>"));
        const string file = "TestResults/run/coverage.cobertura.xml";
        repository.Write(file, $"<coverage><packages><package><classes><class filename=\"{path}\"><lines>{lines}</lines></class></classes></package></packages></coverage>");
        return Path.Combine(repository.Root, file);
    }

    public static CollectedProject Collect(TestRepository repository, ProjectInput? input = null)
    {
        using CollectedRepository collection = Collector.Collect(new CollectOptions { StartDirectory = repository.Root, UseCache = false });
        return collection.Project(input ?? Input(repository), new WholeFile());
    }

    public static ProjectInput Input(TestRepository repository) =>
        new("Lib", repository.Root, Directory.GetFiles(repository.Root, "*.cs", SearchOption.AllDirectories));

    /// <summary>Takes every file for one member.</summary>
    private sealed class WholeFile : IMemberFinder
    {
        public IReadOnlyList<Suppression> FindSuppressions(string path, string text) => [];

        public IReadOnlyList<UnsearchedLines> FindUnsearched(string path, string text) => [];

        public IReadOnlyList<Member> Find(string path, string text)
        {
            int lines = text.Count(c => c == '\n');
            return [new Member("All", 1, 1, 1, lines, [.. Enumerable.Range(1, lines)])];
        }
    }
}
