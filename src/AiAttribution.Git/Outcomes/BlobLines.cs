using System.Collections.Concurrent;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Text;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Lines;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Git.Outcomes;

/// <summary>Effective lines of contents, each text by its number. A text keeps its number wherever it stands, and where only its names were changed.</summary>
/// <param name="repository">The repository.</param>
/// <param name="numbers">Gets the numbers.</param>
internal sealed class BlobLines(GitRepository repository, TextNumbers numbers)
{
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<ObjectId, (NumberedLine[] Lines, string[] Texts)> _known = [];
    private readonly ConcurrentDictionary<ObjectId, IReadOnlyList<EffectiveLine>> _ahead = new();
    private readonly ConcurrentBag<ObjectId> _missing = [];

    /// <summary>Numbers of the texts.</summary>
    public TextNumbers Numbers => numbers;

    /// <summary>Contents that are not in this clone: nothing is known of their lines.</summary>
    public IReadOnlyCollection<ObjectId> Missing => _missing;

    /// <summary>Reads contents by all processors, so that they are there when they are asked for.</summary>
    public void ReadAhead(IEnumerable<ObjectId> blobs, CancellationToken cancel)
    {
        _ahead.Clear();
        Parallel.ForEach(blobs.Distinct().Where(b => !_known.ContainsKey(b)), new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount }, blob => _ahead[blob] = Parse(blob));
    }

    /// <summary>Lines of a content.</summary>
    public NumberedLine[] Of(ObjectId blob)
    {
        if (!_known.TryGetValue(blob, out (NumberedLine[] Lines, string[] Texts) known))
        {
            IReadOnlyList<EffectiveLine> texts = Texts(blob);
            NumberedLine[] lines = [.. texts.Select(l => new NumberedLine(l.Line, numbers.Of(l.Text), Type(l.Type)))];
            _known.Add(blob, known = (lines, [.. texts.Select((l, i) => numbers.Same(lines[i].Text, l.Text))]));
        }

        return known.Lines;
    }

    /// <summary>Those lines of a content whose texts have numbers.</summary>
    public IEnumerable<NumberedLine> Numbered(ObjectId blob) =>
        _known.TryGetValue(blob, out (NumberedLine[] Lines, string[] Texts) known) ? known.Lines : Texts(blob).Select(l => new NumberedLine(l.Line, numbers.Find(l.Text) ?? -1, l.Type)).Where(l => l.Text >= 0);

    /// <summary>Lines of a content that were made of another's by renaming keep the other's numbers.</summary>
    public void Rename(ObjectId before, ObjectId now)
    {
        if (_known.ContainsKey(now))
            return;
        foreach ((string text, string old) in IdentifierRenames.Find(Texts(before), Texts(now)))
            numbers.Rename(text, old);
    }

    /// <summary>How much of the larger of two contents is the other's, 0 to 1: a file of two lines is no large one renamed.</summary>
    /// <param name="before">The other.</param>
    /// <param name="now">The content.</param>
    /// <param name="butForNames">Whether lines count that differ in names only.</param>
    public double Likeness(ObjectId before, ObjectId now, bool butForNames)
    {
        IReadOnlyList<EffectiveLine> old = Texts(before);
        IReadOnlyList<EffectiveLine> lines = Texts(now);
        if (lines.Count == 0)
            return 0;
        HashSet<string> texts = [.. old.Select(l => l.Text)];
        int shared = lines.Count(l => texts.Contains(l.Text));
        return (double)Math.Max(shared, butForNames ? IdentifierRenames.Alike(old, lines) : 0) / Math.Max(lines.Count, old.Count);
    }

    private IReadOnlyList<EffectiveLine> Texts(ObjectId blob) => _known.TryGetValue(blob, out (NumberedLine[] Lines, string[] Texts) known)
        ? [.. known.Lines.Select((l, i) => new EffectiveLine(l.Line, known.Texts[i], l.Type))]
        : _ahead.GetOrAdd(blob, Parse);

    private IReadOnlyList<EffectiveLine> Parse(ObjectId blob)
    {
        if (repository.Objects.Read(blob, TextStore.MostBytes) is not { } bytes)
        {
            if (!repository.Found.Has(blob))
                _missing.Add(blob);
            return [];
        }

        string text = SourceFile.Text(bytes);
        return GeneratedFiles.HasHead(text) ? [] : EffectiveLines.Of(text);
    }

    private string? Type(string? name)
    {
        if (name is null)
            return null;
        if (!_types.TryGetValue(name, out string? known))
            _types.Add(name, known = name);
        return known;
    }
}

/// <summary>An effective line.</summary>
/// <param name="Line">Number of the line, 1-based.</param>
/// <param name="Text">Number of the text.</param>
/// <param name="Type">Type that holds it; null outside of types.</param>
internal readonly record struct NumberedLine(int Line, int Text, string? Type);
