using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Snapshot;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Releases;
using AiAttribution.Engine.Repository;
using AiAttribution.Reports.Json;
using Microsoft.Build.Framework;

namespace AiAttribution.Tasks;

/// <summary>Attributes the files of one project: writes the snapshot for the compiler and the report for people. Never fails a build.</summary>
[MSBuildMultiThreadableTask]
public sealed class CollectAttribution : AttributionTask
{
    /// <summary>True for a project of tests: it is counted and never judged.</summary>
    public bool IsTestProject { get; set; }

    /// <summary>Full paths of the source files; a project may have none.</summary>
    public ITaskItem[] CompileItems { get; set; } = [];

    /// <summary>Full paths of files with code in another form, such as <c>.razor</c>: their AI lines are counted and not judged.</summary>
    public ITaskItem[] UnreadItems { get; set; } = [];

    /// <summary>Preprocessor symbols, separated by <c>;</c>.</summary>
    public string DefineConstants { get; set; } = "";

    /// <summary>Folder of the compiler's assemblies.</summary>
    public string CompilerDirectory { get; set; } = "";

    /// <summary>Full path of the solution that is built; empty, or <c>*Undefined*</c>, when a project is built alone.</summary>
    public string Solution { get; set; } = "";

    /// <summary>Full path of the policy file; empty for the default.</summary>
    public string Policy { get; set; } = "";

    /// <summary>Baseline; empty for the policy's.</summary>
    public string Since { get; set; } = "";

    /// <summary>Only what these commits brought is judged, by the policy of the earlier end: a pull request's base, such as <c>origin/main</c>. Empty for everything.</summary>
    public string Range { get; set; } = "";

    /// <summary>What the build does with the policy's verdicts; with <c>error</c> the rule that holds without a policy is an error, too.</summary>
    public string Verify { get; set; } = "";

    /// <summary>Full path of a file for the last day on which the answers hold, as <c>20270131</c>: then a waiver expires. Empty for none.</summary>
    public string UntilFile { get; set; } = "";

    /// <summary>Full paths of deployment files; none to take those that the policy names.</summary>
    public ITaskItem[] Deployments { get; set; } = [];

    /// <summary>Full paths of coverage reports; none to look for them.</summary>
    public ITaskItem[] Coverage { get; set; } = [];

    /// <summary>Full paths of test results, which say whether the measured tests passed; none to look for them beside the reports.</summary>
    public ITaskItem[] TestResults { get; set; } = [];

    /// <summary>Full paths of files with the approvals of the pull request that <see cref="Range"/> begins, as its forge exports them.</summary>
    public ITaskItem[] Approvals { get; set; } = [];

    /// <summary>Names a round of tests after which a build collects once more; empty before tests.</summary>
    public string Round { get; set; } = "";

    /// <summary>Full path of the snapshot.</summary>
    [Required]
    public string SnapshotFile { get; set; } = "";

    /// <summary>Full path of the report as JSON, which is always written.</summary>
    [Required]
    public string JsonFile { get; set; } = "";

    /// <summary>Full paths of the reports to write; the name of the file tells the form.</summary>
    public ITaskItem[] Reports { get; set; } = [];

    /// <summary>Simple name of the project's assembly; empty for that of the project.</summary>
    public string AssemblyName { get; set; } = "";

    /// <summary>Full path of a file that tells the next build where coverage reports may appear, and which assemblies the answers depend on.</summary>
    [Required]
    public string WatchFile { get; set; } = "";

    /// <summary>Full path of a file for the figures that later targets read; empty for none.</summary>
    public string FiguresFile { get; set; } = "";

    /// <summary>False when something outside the sources stood in the way, so the next build has to try again.</summary>
    [Output]
    public bool Complete { get; set; }

    /// <summary>The day that decides over waivers.</summary>
    internal DateOnly Today { get; set; } = DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>Why there is no answer in this build; empty when there is one.</summary>
    [Output]
    public string Cause { get; set; } = "";

    private protected override void Run()
    {
        RangeRepository judged = Build.Share(RepositoryKey, () => Collect(Options));
        CollectedRepository repository = judged.Collected;
        CollectedProject project = Judge(judged);
        CollectedProject forOthers = repository.History is { ReadsRecord: true } && Reports.Any(file => ReportFiles.IsForOthers(file.ItemSpec))
            ? Judge(Build.Share(RepositoryKey + "\n(committed)", () => Collect(Options with { ReadsRecord = false })))
            : project;
        Problems.Write(project.Notes);
        if (Approvals.Length > 0 && Range.Length == 0)
            Problems.Write([new BuildProblem(BuildProblemKinds.UnreadableTrail, "approvals left out: they are of a pull request, and AiAttributionRange names none", "Set AiAttributionRange to its base, such as origin/main.")]);
        string coverage = Coverage.Length > 0 ? "" : CoverageWatch.Specs(repository.Policy.Coverage.Except(AttributionPolicy.CoverageBesideProjects));
        OutputFile.WriteIfDifferent(WatchFile, coverage + AssemblyWatch.Specs(project, repository.History, RepositoryRoot, AssemblyName.Length > 0 ? AssemblyName : Path.GetFileNameWithoutExtension(ProjectFile)));
        BuildProblem? unwritten = Write(project, forOthers.Report);
        Problems.Write(unwritten is null ? [] : [unwritten]);
        Complete = unwritten is null && (repository.History is not null || repository.Notes.All(note => !note.Diagnostic.IsWarning));
    }

    /// <summary>The compiler gets its file, an empty one, and nothing that an earlier build left is taken for an answer of this one.</summary>
    private protected override void GiveUp(string cause)
    {
        Complete = false;
        Cause = cause;
        OutputFile.Empty(SnapshotFile);
        foreach (string old in Reports.Select(file => file.ItemSpec).Concat([JsonFile, UntilFile, FiguresFile]).Where(file => file.Length > 0))
            OutputFile.TryDelete(old);
    }

    /// <summary>What a scan depends on. HEAD is left out: one build has one scan, also when somebody commits meanwhile.</summary>
    private string RepositoryKey => string.Join('\n', [RepositoryRoot, Policy, Since, Range, Round, Verify, .. Approvals.Select(file => file.ItemSpec), "", .. Coverage.Select(file => file.ItemSpec), "", .. TestResults.Select(file => file.ItemSpec), "", .. Deployments.Select(file => file.ItemSpec)]);

    private CollectOptions Options => new()
    {
        StartDirectory = RepositoryRoot.Length > 0 ? RepositoryRoot : ProjectDirectory,
        PolicyPath = Policy.Length > 0 ? Policy : null,
        Since = Since,
        Range = Range.Length > 0 ? Range : null,
        ReadsRecord = !IsInPipeline,
        ReadsSymbols = Round.Length > 0,
        Today = Today,
        EnforceDefaultRule = VerifyAttribution.Fails(Verify),
        Approvals = [.. Approvals.Select(file => file.ItemSpec)],
        Deployments = Deployments.Length > 0 ? [.. Deployments.Select(file => file.ItemSpec)] : null,
        Coverage = Coverage.Length > 0 ? [.. Coverage.Select(file => file.ItemSpec)] : null,
        TestResults = TestResults.Length > 0 ? [.. TestResults.Select(file => file.ItemSpec)] : null,
    };

    // The words are what build/bench-build.sh counts: a solution is scanned once, the other processes of its build read the cache.
    private RangeRepository Collect(CollectOptions options)
    {
        var watch = new ScanWatch();
        RangeRepository repository = RangeRepository.Collect(options with { Progress = watch });
        if (watch.HasScanned)
            Log.LogMessage(MessageImportance.Normal, "AiAttribution: history was scanned");
        return repository;
    }

    private CollectedProject Judge(RangeRepository repository)
    {
        var input = new ProjectInput(Path.GetFileNameWithoutExtension(ProjectFile), ProjectDirectory, [.. CompileItems.Select(file => file.ItemSpec)])
        {
            IsTest = _ => IsTestProject,
            Unread = [.. UnreadItems.Select(file => file.ItemSpec)],
            TellsFleet = ReportFiles.HasEnvelope(Reports.Select(file => file.ItemSpec)),
        };
        if (SdkCompiler.IsFoundIn(CompilerDirectory))
        {
            MemberStore members = Build.Share(RepositoryKey, () => Members(repository.Collected));
            CollectedProject judged = repository.Project(input, Finder(members));
            members.Save();
            return judged;
        }

        CollectedProject project = repository.Project(input, null);
        if (repository.Collected.History is null)
            return project;
        BuildProblem[] notes = [.. project.Notes, SdkCompiler.NotFoundIn(CompilerDirectory)];
        return project with { Notes = notes, Report = project.Report with { Notes = notes } };
    }

    // The projects of a solution share most of what there is to parse, and its build has more processes than one.
    private MemberStore Members(CollectedRepository repository)
    {
        var members = MemberStore.Open(repository, SdkCompiler.VersionIn(CompilerDirectory));
        if (repository.History is { } history && File.Exists(Solution))
            members.SearchAhead(history, Path.GetDirectoryName(Solution)!, Finder(members));
        return members;
    }

    private IMemberFinder Finder(MemberStore members) => members.Finder(DefineConstants, () => SdkCompiler.Finder(DefineConstants));

    // The reports come last, because people choose their folder: what the build needs is there when it cannot be written.
    private BuildProblem? Write(CollectedProject project, ReportModel forOthers)
    {
        OutputFile.WriteIfDifferent(SnapshotFile, SnapshotWriter.Write(project.Snapshot));
        string json = JsonReport.Write(project.Report);
        OutputFile.WriteIfDifferent(JsonFile, json);
        if (UntilFile.Length > 0)
            OutputFile.WriteIfDifferent(UntilFile, project.Report.Until is { } day ? $"{day:yyyyMMdd}\n" : "");
        if (FiguresFile.Length > 0)
            OutputFile.WriteIfDifferent(FiguresFile, ReportFigures.Write(project.Report));
        return ReportFiles.Write(project.Report, forOthers, json, Reports.Select(file => file.ItemSpec));
    }
}
