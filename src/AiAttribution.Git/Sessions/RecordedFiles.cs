using AiAttribution.Core.Sessions.Recorded;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Sessions;

/// <summary>
/// Reads session records that others left in git: from the tree of the attributed commit and of references, never from disk, so that every clone reads the same.
/// </summary>
internal sealed class RecordedFiles(GitRepository repository, string commit)
{
    private const int MostReferences = 20_000;
    private const int MostFiles = 40_000;
    private const long MostBytes = 256L << 20;

    /// <summary>All that a format finds.</summary>
    public RecordedReading Read(IRecordedFormat format)
    {
        var reading = new RecordedReading();
        var files = new List<RecordedFile>();
        long bytes = 0;
        foreach ((string path, ObjectId blob) in Find(format).DistinctBy(file => file.Path).OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            if (files.Count == MostFiles || bytes > MostBytes)
            {
                reading.Report(path, $"more than {MostFiles} files or {MostBytes >> 20} MiB of {RecordSourceNames.Of(format.Source)}; the rest was not read");
                break;
            }

            if (repository.Objects.Read(blob, format.MaximumBytes) is { } content)
            {
                files.Add(new RecordedFile(path, content));
                bytes += content.Length;
            }
            else
            {
                reading.Report(path, $"it is missing or larger than {format.MaximumBytes >> 20} MiB and was not read");
            }
        }

        if (files.Count > 0)
            format.Read(files, reading);
        return reading;
    }

    private IEnumerable<Found> Find(IRecordedFormat format)
    {
        if (format.References.Count == 0)
            return In("", repository.Graph.Read(ObjectId.Parse(commit)).Tree, format);
        return format.References.SelectMany(repository.References).Take(MostReferences)
            .Where(reference => repository.Graph.TryRead(reference.Target, out _))
            .SelectMany(reference => In(reference.Name + "/", repository.Graph.Read(reference.Target).Tree, format));
    }

    private IEnumerable<Found> In(string prefix, ObjectId tree, IRecordedFormat format)
    {
        var found = new List<Found>();
        foreach (string folder in format.Folders)
        {
            ObjectId? root = folder.Length == 0 ? tree : repository.Trees.Find(tree, folder) is { IsFolder: true } entry ? entry.Id : null;
            if (root is not { } start)
                continue;
            string path = folder.Length == 0 ? "" : folder + "/";
            repository.Trees.VisitFiles(start, (name, file) =>
            {
                if (file.IsFile && format.IsRecord(path + name))
                    found.Add(new Found(prefix + path + name, file.Id));
            });
        }

        return found;
    }

    private sealed record Found(string Path, ObjectId Blob);
}
