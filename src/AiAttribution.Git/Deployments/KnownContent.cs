using AiAttribution.Core.Deployments;
using AiAttribution.Core.Text;
using AiAttribution.Git.Cache;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Git.Deployments;

/// <summary>Remembers what deployed files hold of the lines of one attribution, from one run to the next: a deployed commit never changes. <c>held-KEY-COMMIT.cache</c>.</summary>
internal sealed class KnownContent : IDeployedContent
{
    private static readonly Codec Kept = new();

    private readonly IDeployedContent _content;
    private readonly CacheFolder _folder;
    private readonly string? _file;
    private readonly HeldLines _known;
    private bool _hasNew;

    /// <param name="repository">The repository.</param>
    /// <param name="scan">The attribution.</param>
    public KnownContent(GitRepository repository, ScanResult scan)
    {
        _content = new DeployedLines(repository, scan.Attribution);
        _folder = repository.Caches;
        string commit = scan.Attribution.Commit;
        if (ScanKey.OfResults(repository, commit, scan.Options) is { } key && _folder.Path is { } folder)
            _file = Path.Combine(folder, $"held-{CacheFolder.Key($"{key}|{scan.Summary.References}")}-{commit}{CacheFile.Extension}");
        _known = (_file is null ? null : CacheFile.Read(_file, Kept)) ?? new HeldLines([]);
    }

    /// <inheritdoc/>
    public Held Adds(string deployed, Change change) => Of(new HeldQuestion(deployed, change.Source, false), () => _content.Adds(deployed, change));

    /// <inheritdoc/>
    public Held Keeps(string deployed, Change change) => Of(new HeldQuestion(deployed, change.Source, true), () => _content.Keeps(deployed, change));

    /// <summary>Keeps what was found for later runs.</summary>
    public void Save()
    {
        if (!_hasNew || _file is null)
            return;
        CacheFile.Write(_file, Kept, _known);
        _folder.Trim();
        _hasNew = false;
    }

    private Held Of(HeldQuestion question, Func<Held> find)
    {
        if (_known.Answers.TryGetValue(question, out Held held))
            return held;
        _hasNew = true;
        return _known.Answers[question] = find();
    }

    private sealed record HeldLines(Dictionary<HeldQuestion, Held> Answers);

    private readonly record struct HeldQuestion(string Deployed, int Source, bool Keeps);

    private sealed class Codec : CacheCodec<HeldLines>
    {
        public override void Write(CompactWriter writer, HeldLines value) => writer.List(value.Answers, answer =>
        {
            writer.Text(answer.Key.Deployed);
            writer.Number(answer.Key.Source + 1);
            writer.Flag(answer.Key.Keeps);
            writer.Choice(answer.Value);
        });

        public override HeldLines Read(CompactReader reader)
        {
            var known = new HeldLines([]);
            foreach ((HeldQuestion question, Held held) in reader.List(() => (new HeldQuestion(reader.Name(), reader.Count() - 1, reader.Flag()), reader.Choice<Held>())))
                known.Answers[question] = held;
            return known;
        }
    }
}
