using AiAttribution.Core.Diagnostics;
using AiAttribution.Core.Members;
using AiAttribution.Core.Reports.Model;
using AiAttribution.Core.Trails;
using AiAttribution.Core.Verdicts;
using AiAttribution.Git.Collection;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Collection;

public class CollectorTests
{
    private const string ByAgent = "Add it\n\nCo-authored-by: Claude <noreply@anthropic.com>\n";
    private const string Source = "one\ntwo\nthree\nfour\nfive\nsix\n";

    [Fact]
    public void Member_written_by_an_agent_cannot_be_judged_without_trails()
    {
        using TestRepository repository = AgentWrote("src/Lib/A.cs");

        CollectedProject project = Collect(repository);

        ReportMember member = Assert.Single(project.Report.Members);
        Assert.Equal(("All", "src/Lib/A.cs", 6), (member.Name, member.Path, member.Verdict.Tally.Ai));
        Assert.Equal(Verdict.NothingToJudgeBy, member.Verdict.Verdict);
        Assert.Equal([EnvironmentDiagnostics.NothingToJudgeBy], project.Notes.Select(n => n.Diagnostic));
    }

    [Fact]
    public void Member_that_no_test_runs_and_no_tag_contains_is_found()
    {
        using TestRepository repository = AgentWrote("src/Lib/A.cs");
        WriteCoverage(repository, "src/Lib/A.cs", hits: 0);

        ReportMember member = Assert.Single(Collect(repository).Report.Members);

        Assert.Equal((TestTrail.None, DeploymentTrail.Unknown), (member.Verdict.Test, member.Verdict.Deployment));
        Assert.Equal(Verdict.NeitherTestedNorDeployed, member.Verdict.Verdict);
    }

    [Fact]
    public void Member_that_a_test_runs_is_tested()
    {
        using TestRepository repository = AgentWrote("src/Lib/A.cs");
        WriteCoverage(repository, "src/Lib/A.cs", hits: 1);

        CollectedProject project = Collect(repository);

        Assert.Equal((TestTrail.Tested, Verdict.None), (project.Report.Members[0].Verdict.Test, project.Report.Members[0].Verdict.Verdict));
        Assert.Equal(1, project.Report.Tests.MeasuredFiles);
    }

    [Fact]
    public void Coverage_older_than_the_text_is_stale()
    {
        using TestRepository repository = AgentWrote("src/Lib/A.cs");
        string report = WriteCoverage(repository, "src/Lib/A.cs", hits: 1);
        File.SetLastWriteTimeUtc(report, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(TestTrail.Stale, Assert.Single(Collect(repository).Report.Members).Verdict.Test);
    }

    [Fact]
    public void Member_in_a_tag_is_deployed_with_that_tag()
    {
        using TestRepository repository = AgentWrote("src/Lib/A.cs");
        repository.Git("tag", "v1.0");
        repository.Git("tag", "nightly");

        CollectedProject project = Collect(repository);

        ReportMember member = Assert.Single(project.Report.Members);
        Assert.Equal((Verdict.DeployedUntested, "v1.0"), (member.Verdict.Verdict, member.Verdict.Sources[0].FirstDeployment));
        Assert.Equal((1, "v1.0"), (project.Report.Deployments.Count, project.Report.Deployments.Newest));
        Assert.Empty(project.Notes);
    }

    [Fact]
    public void Member_after_the_last_tag_is_pending_within_the_grace()
    {
        using var repository = new TestRepository();
        repository.Write("readme.txt", "x\n").Commit("Begin");
        repository.Git("tag", "v1.0");
        repository.Write("src/Lib/A.cs", Source).Commit(ByAgent);

        Assert.Equal(DeploymentTrail.Pending, Assert.Single(Collect(repository).Report.Members).Verdict.Deployment);
    }

    [Fact]
    public void Lines_changed_since_the_commit_are_unknown()
    {
        using TestRepository repository = AgentWrote("src/Lib/A.cs");
        repository.Write("src/Lib/A.cs", "zero\n" + Source);

        LineTally lines = Collect(repository).Report.Lines;

        Assert.Equal((7, 6, 0, 1, 0), (lines.Total, lines.Ai, lines.Other, lines.NotCommitted, lines.HistoryMissing));
    }

    [Fact]
    public void Ai_lines_of_the_baseline_are_counted_and_never_judged()
    {
        using TestRepository repository = AgentWrote("src/Lib/A.cs");
        repository.Git("tag", "v1.0");
        repository.Write("ai-attribution.json", "{ \"attribution\": { \"since\": \"v1.0\" } }");

        CollectedProject project = Collect(repository);

        Assert.Equal((6, 6), (project.Report.Lines.Ai, project.Report.Lines.Baseline));
        Assert.Empty(project.Report.Members);
    }

    [Fact]
    public void Test_code_is_counted_and_never_judged()
    {
        using TestRepository repository = AgentWrote("tests/A.cs");
        ProjectInput input = Input(repository) with { IsTest = path => path.StartsWith("tests/", StringComparison.Ordinal) };

        CollectedProject project = Collect(repository, input);

        Assert.Equal(6, project.Report.Lines.Ai);
        Assert.Empty(project.Report.Members);
        Assert.Equal(["tests/A.cs"], project.Snapshot.Files.Select(f => f.Path)); // for the analyzer of tests
    }

    [Fact]
    public void Paths_of_the_snapshot_start_from_the_project()
    {
        using TestRepository repository = AgentWrote("src/Shared/A.cs");
        ProjectInput input = Input(repository) with { Directory = Path.Combine(repository.Root, "src", "Lib") };

        Assert.Equal("../Shared/A.cs", Assert.Single(Collect(repository, input).Snapshot.Files).Path);
    }

    [Fact]
    public void File_outside_the_repository_is_left_out()
    {
        using TestRepository repository = AgentWrote("src/Lib/A.cs");
        using var elsewhere = new TemporaryFolder();
        string file = Path.Combine(elsewhere.Path, "B.cs");
        File.WriteAllText(file, Source);

        CollectedProject project = Collect(repository, Input(repository) with { Files = [file] });

        Assert.Equal(0, project.Report.Lines.Total);
    }

    [Fact]
    public void Link_that_leads_out_of_the_repository_is_left_out()
    {
        using TestRepository repository = AgentWrote("src/Lib/A.cs");
        using var elsewhere = new TemporaryFolder();
        File.WriteAllText(Path.Combine(elsewhere.Path, "B.cs"), Source);
        File.CreateSymbolicLink(Path.Combine(repository.Root, "src/Lib/B.cs"), Path.Combine(elsewhere.Path, "B.cs"));

        Assert.Equal(6, Collect(repository).Report.Lines.Total);
    }

    [Fact]
    public void Policy_that_is_a_link_attributes_nothing()
    {
        using TestRepository repository = AgentWrote("src/Lib/A.cs");
        File.CreateSymbolicLink(Path.Combine(repository.Root, "ai-attribution.json"), "/dev/null");

        Assert.Equal("the policy file is a link or too large", Assert.Single(Collect(repository).Notes).Message);
    }

    [Fact]
    public void File_that_is_gone_is_left_out()
    {
        using TestRepository repository = AgentWrote("src/Lib/A.cs");
        ProjectInput input = Input(repository);
        File.Delete(Path.Combine(repository.Root, "src/Lib/A.cs"));

        Assert.Equal(0, Collect(repository, input).Report.Lines.Total);
    }

    [Fact]
    public void Without_a_member_finder_lines_are_still_told()
    {
        using TestRepository repository = AgentWrote("src/Lib/A.cs");
        using CollectedRepository collection = Collector.Collect(new CollectOptions { StartDirectory = repository.Root, UseCache = false });

        CollectedProject project = collection.Project(Input(repository), members: null);

        Assert.Equal(6, project.Report.Lines.Ai);
        Assert.Single(project.Snapshot.Files);
        Assert.Empty(project.Report.Members);
    }

    [Fact]
    public void Policy_with_a_typo_attributes_nothing_and_says_where()
    {
        using TestRepository repository = AgentWrote("src/Lib/A.cs");
        repository.Write("ai-attribution.json", "{\n  \"haevy\": {}\n}");

        CollectedProject project = Collect(repository);

        EnvironmentNote note = Assert.Single(project.Notes);
        Assert.Equal((EnvironmentDiagnostics.PolicyFile, "ai-attribution.json", 2, 3), (note.Diagnostic, note.File, note.Line, note.Column));
        Assert.Contains("Did you mean 'heavy'?", note.Message, StringComparison.Ordinal);
        Assert.Null(project.Report.Commit);
        Assert.Empty(project.Snapshot.Files);
    }

    [Fact]
    public void Policy_path_that_does_not_exist_attributes_nothing()
    {
        using TestRepository repository = AgentWrote("src/Lib/A.cs");
        var options = new CollectOptions { StartDirectory = repository.Root, PolicyPath = Path.Combine(repository.Root, "eng/policy.json"), UseCache = false };
        using CollectedRepository collection = Collector.Collect(options);

        EnvironmentNote note = Assert.Single(collection.Notes);
        Assert.Equal((EnvironmentDiagnostics.PolicyFile, "eng/policy.json"), (note.Diagnostic, note.File));
        Assert.Null(collection.History);
    }

    [Fact]
    public void Folder_without_a_repository_is_one_note()
    {
        using var folder = new TemporaryFolder();
        using CollectedRepository collection = Collector.Collect(new CollectOptions { StartDirectory = folder.Path });

        Assert.Equal([EnvironmentDiagnostics.NotARepository], collection.Notes.Select(n => n.Diagnostic));
        Assert.Null(collection.Project(new ProjectInput("Lib", folder.Path, []), null).Report.Commit);
    }

    [Fact]
    public void Repository_without_a_commit_is_one_note()
    {
        using var repository = new TestRepository();
        using CollectedRepository collection = Collector.Collect(new CollectOptions { StartDirectory = repository.Root });

        Assert.Equal([EnvironmentDiagnostics.NoCommits], collection.Notes.Select(n => n.Diagnostic));
    }

    [Fact]
    public void Coverage_file_that_is_not_xml_is_a_note_with_its_place_and_the_rest_goes_on()
    {
        using TestRepository repository = AgentWrote("src/Lib/A.cs");
        repository.Write("TestResults/a.cobertura.xml", "not xml");
        WriteCoverage(repository, "src/Lib/A.cs", hits: 1);

        CollectedProject project = Collect(repository);

        EnvironmentNote note = Assert.Single(project.Notes);
        Assert.Equal((EnvironmentDiagnostics.UnreadableTrail, "TestResults/a.cobertura.xml", 1), (note.Diagnostic, note.File, note.Line));
        Assert.Equal(TestTrail.Tested, project.Report.Members[0].Verdict.Test);
    }

    [Fact]
    public void Named_coverage_file_that_does_not_exist_is_a_note()
    {
        using TestRepository repository = AgentWrote("src/Lib/A.cs");
        var options = new CollectOptions { StartDirectory = repository.Root, Coverage = [Path.Combine(repository.Root, "gone.xml")], UseCache = false };
        using CollectedRepository collection = Collector.Collect(options);

        Assert.Equal("coverage report left out: it does not exist", Assert.Single(collection.Notes).Message);
    }

    [Fact]
    public void Shallow_clone_is_a_note_and_deployments_are_unknown()
    {
        using TestRepository repository = AgentWrote("src/Lib/A.cs");
        repository.Git("tag", "v1.0");
        repository.Write("src/Lib/B.cs", Source).Commit(ByAgent);
        repository.Write("readme.txt", "x\n").Commit("End");
        using var folder = new TemporaryFolder();
        GitProcess.Run(folder.Path, "clone", "-q", "--depth", "2", "file://" + repository.Root, "clone");
        var clone = new TestRepository(Path.Combine(folder.Path, "clone"));

        CollectedProject project = Collect(clone);

        Assert.Contains(EnvironmentDiagnostics.Shallow, project.Notes.Select(n => n.Diagnostic));
        Assert.All(project.Report.Members, m => Assert.Equal(DeploymentTrail.Unknown, m.Verdict.Deployment));
        Assert.True(project.Report.Lines.HistoryMissing > 0);
    }

    private static TestRepository AgentWrote(string path)
    {
        var repository = new TestRepository();
        repository.Write(path, Source).Commit(ByAgent);
        return repository;
    }

    private static string WriteCoverage(TestRepository repository, string path, int hits)
    {
        string lines = string.Concat(Enumerable.Range(1, 6).Select(n => $"<line number=\"{n}\" hits=\"{hits}\"/>"));
        const string file = "TestResults/run/coverage.cobertura.xml";
        repository.Write(file, $"<coverage><packages><package><classes><class filename=\"{path}\"><lines>{lines}</lines></class></classes></package></packages></coverage>");
        return Path.Combine(repository.Root, file);
    }

    private static CollectedProject Collect(TestRepository repository, ProjectInput? input = null)
    {
        using CollectedRepository collection = Collector.Collect(new CollectOptions { StartDirectory = repository.Root, UseCache = false });
        return collection.Project(input ?? Input(repository), new WholeFile());
    }

    private static ProjectInput Input(TestRepository repository) =>
        new("Lib", repository.Root, Directory.GetFiles(repository.Root, "*.cs", SearchOption.AllDirectories));

    /// <summary>Takes every file for one member.</summary>
    private sealed class WholeFile : IMemberFinder
    {
        public IReadOnlyList<Member> Find(string path, string text)
        {
            int lines = text.Count(c => c == '\n');
            return [new Member("All", 1, 1, 1, lines, [.. Enumerable.Range(1, lines)])];
        }
    }
}
