using AiAttribution.Core.Tests.Coverage;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Engine.Inputs;

/// <summary>What coverage and links are placed by: files of the commit, their texts, and what builds left. Each is read when it is first asked for.</summary>
internal sealed class TrailTexts
{
    private readonly Lazy<PathResolver> _resolver;
    private readonly Lazy<OutputFiles> _output;
    private readonly Lazy<MeasuredTexts> _measured;
    private readonly Lazy<IReadOnlyList<string>> _committed;
    private readonly string? _root;
    private readonly bool _onDisk;

    public TrailTexts(GitRepository repository, string commit, bool onDisk, StagedFiles? staged = null, IEnumerable<string>? newFiles = null)
    {
        Current = new CurrentTexts(repository, onDisk && staged is null ? null : commit, staged);
        _onDisk = onDisk;
        _root = repository.WorkingDirectory;
        _committed = new(() => staged is not null ? staged.Paths(commit) : newFiles is null ? repository.ListFiles(commit) : [.. repository.ListFiles(commit), .. newFiles]);
        _resolver = new(() => new PathResolver(repository.WorkingDirectory, _committed.Value));
        _output = new(() => repository.WorkingDirectory is { } root ? OutputFiles.Find(root) : OutputFiles.None);
        _measured = new(() => new MeasuredTexts(repository, commit, Current, new SymbolIndex(_output, Resolver)));
    }

    public CurrentTexts Current { get; }

    public PathResolver Resolver => _resolver.Value;

    public MeasuredTexts Measured => _measured.Value;

    /// <summary>Which members tests refer to.</summary>
    public TestLinks Links() => new LinkLoader(_output.Value, Resolver, Measured, _onDisk).Load();

    /// <summary>Which members no test refers to.</summary>
    public SearchedTests Search() => _root is null ? new SearchedTests() : new SearchLoader(_output.Value, Resolver, Current, new NewSources(_root, _committed.Value, Current, _onDisk)).Load();
}
