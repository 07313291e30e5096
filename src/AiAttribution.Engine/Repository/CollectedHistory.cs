using AiAttribution.Core.Deployments;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Model;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Tests.Coverage;
using AiAttribution.Engine.Inputs;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Rules;
using AiAttribution.Git.Deployments;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Engine.Repository;

/// <summary>What git and the trails say of a repository that could be attributed.</summary>
internal sealed class CollectedHistory
{
    private readonly Lazy<ScanResult> _scan;
    private readonly Lazy<WorkingTreeAttribution> _workingTree;
    private readonly Lazy<DeploymentLookup> _deployments;
    private readonly Lazy<TestLinks> _links;
    private readonly Lazy<SearchedTests> _searched;
    private readonly TrailTexts _texts;
    private readonly CollectedParts _parts;
    private readonly AttributionPolicy _policy;
    private readonly Lazy<ReportSurvival> _survival;
    private readonly Lazy<ScanResult> _unread;
    private readonly Lazy<IReadOnlyList<SilenceSign>> _silence;
    private readonly Lazy<Func<string, int?>> _builders;

    internal CollectedHistory(GitRepository repository, Lazy<ScanResult> scan, TrailTexts texts, CollectedParts parts, AttributionPolicy policy)
    {
        Repository = repository;
        _scan = scan;
        _workingTree = new(() => new WorkingTreeAttribution(repository, Scan, Record));
        _texts = texts;
        _parts = parts;
        Generated = new GeneratedMarks(texts.Current.Read);
        _links = new(texts.Links);
        _searched = new(texts.Search);
        _deployments = new(() => new DeploymentLookup(repository, scan, policy, parts.Deployments));
        _unread = new(() => AttributionScanner.Scan(repository, Scan.Attribution.Commit, Scan.Options with { Include = PathFilter.Of(Project.UnreadFiles.Patterns) }));
        _survival = new(() => SurvivalSummary.Of(this, policy));
        _silence = new(() => new SilenceReader(repository, Scan, Tokens).Read());
        _builders = new(() => AiBuilders.Of(repository, policy.Evidence, [.. Scan.Summary.Evidence.Keys, .. Scan.Attribution.Sources.Where(s => !s.IsNotCommitted).Select(s => s.Commit), .. Tokens.Commits.Select(c => c.Commit)]));
        _policy = policy;
    }

    /// <summary>The repository; open until the collection is disposed.</summary>
    public GitRepository Repository { get; }

    /// <summary>Full id of the commit that is attributed.</summary>
    public required string Commit { get; init; }

    /// <summary>How it is attributed.</summary>
    public required ScanOptions Options { get; init; }

    /// <summary>Attribution of HEAD. Where it was put off it is scanned when somebody asks.</summary>
    /// <exception cref="RepositoryException">History is missing or damaged.</exception>
    public ScanResult Scan => _scan.Value;

    /// <summary>Attribution of committed files whose members nobody finds. It takes a walk of its own, kept in the cache as the other is.</summary>
    public IReadOnlyDictionary<string, FileAttribution> UnreadFiles => _unread.Value.Attribution.Files;

    /// <summary>What absence of evidence is worth here.</summary>
    public IReadOnlyList<SilenceSign> Silence => _silence.Value;

    /// <summary>Attribution of files as they are on disk.</summary>
    public WorkingTreeAttribution WorkingTree => _workingTree.Value;

    /// <summary>What is staged, where its texts are judged; null for those on disk.</summary>
    internal StagedFiles? Staged { get; init; }

    /// <summary>What sessions wrote of the lines that are not committed; null where that is not known, or not asked.</summary>
    internal WorkingRecord? Record { get; init; }

    /// <summary>Whether there are such lines.</summary>
    public bool ReadsRecord => Record is not null;

    /// <summary>Attribution of a text that is judged.</summary>
    internal FileAttribution Attribute(string path, byte[] text) =>
        Staged is null ? WorkingTree.ForFile(path, text) : WorkingTree.ForStored(path, Staged.Find(path)?.Committed ?? path, text);

    /// <summary>Paths of files that no commit has and that a session is recorded to have written in.</summary>
    internal IReadOnlyList<string> NewFiles => Record?.NewIn(Repository, Commit) ?? [];

    /// <summary>Test trail of files.</summary>
    public CoverageUnion Coverage => _parts.Coverage;

    /// <summary>Test trail of a file; where no report measured it, with the lines that the last build made instructions of.</summary>
    public FileCoverage CoverageOf(string path) => !ReadsSymbols ? Coverage.Of(path) : CompiledLines.Complete(Coverage.Of(path), _texts.Measured);

    internal bool ReadsSymbols { get; init; } = true;

    internal CurrentTexts Texts => _texts.Current;

    /// <summary>Files that the repository marks as generated.</summary>
    internal GeneratedMarks Generated { get; }

    internal TestLinks Links => _links.Value;

    /// <summary>What built tests do not refer to. It takes a search of all that was built, so it is looked into only when asked for.</summary>
    internal SearchedTests Searched => _searched.Value;

    /// <summary>Full paths of the assemblies that answers depend on; empty where none was asked.</summary>
    public IReadOnlyList<string> SearchedAssemblies => _searched.IsValueCreated ? _searched.Value.Assemblies : [];

    /// <summary>Who made a commit with AI evidence or a session record, as a number without meaning outside of this run; null for a machine.</summary>
    internal Func<string, int?> BuilderOf => _builders.Value;

    /// <summary>What sessions recorded in notes for commits of this history.</summary>
    public TokenLedger Tokens => _parts.Tokens;

    /// <summary>What became of AI lines. It takes a walk of its own the first time, so it is looked into only when asked for.</summary>
    /// <exception cref="RepositoryException">History is missing or damaged.</exception>
    public ReportSurvival Survival => _survival.Value;

    /// <summary>What was deployed, where and when.</summary>
    public DeploymentHistory Deployments => _deployments.Value.History;

    /// <summary>Deployment trails without what a range deployed itself.</summary>
    internal DeploymentLookup DeploymentsBeside(CommitRange range) =>
        new(Repository, _scan, _policy, _parts.Deployments, new OwnDeployments(Repository, _policy, range).Has);

    /// <summary>Deployment trail of a source of AI lines; unknown for others.</summary>
    public Deployment DeploymentOf(LineSource source) => source.IsNotCommitted ? Deployment.NotCommitted : _deployments.Value.Of(source);
}
