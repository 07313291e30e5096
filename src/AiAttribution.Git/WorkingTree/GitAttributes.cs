using System.Collections.Concurrent;
using System.Text;
using AiAttribution.Core.Text;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.WorkingTree;

/// <summary>Attributes of the files of a commit: by the <c>.gitattributes</c> of its tree, those of a deeper folder before those above it, and <c>info/attributes</c> of the clone before all.</summary>
internal sealed class GitAttributes
{
    private const string Name = ".gitattributes";
    private const int MostBytes = 1 << 20;

    private readonly GitRepository _repository;
    private readonly ObjectId _tree;
    private readonly ConcurrentDictionary<string, AttributeFile?> _folders = new(StringComparer.Ordinal);
    private readonly Lazy<AttributeFile?> _clone;

    /// <param name="repository">The repository.</param>
    /// <param name="tree">Tree of the commit.</param>
    public GitAttributes(GitRepository repository, ObjectId tree)
    {
        _repository = repository;
        _tree = tree;
        _clone = new Lazy<AttributeFile?>(() => Parse(BoundedFile.ReadThere(Path.Combine(repository.CommonDirectory, "info", "attributes"), MostBytes).Bytes));
    }

    /// <summary>Value of an attribute, <see cref="AttributeFile.Set"/> and <see cref="AttributeFile.Unset"/> among them; null when nothing sets it.</summary>
    /// <param name="path">Path from the repository root, with <c>/</c>.</param>
    /// <param name="name">Name of the attribute.</param>
    public string? Find(string path, string name)
    {
        if (_clone.Value?.Find(path, name, out string? local) == true)
            return local;
        for (int end = path.LastIndexOf('/'); ; end = end <= 0 ? -1 : path.LastIndexOf('/', end - 1))
        {
            string folder = path[..(end + 1)];
            if (_folders.GetOrAdd(folder, Read)?.Find(path[folder.Length..], name, out string? value) == true)
                return value;
            if (end < 0)
                return null;
        }
    }

    private AttributeFile? Read(string folder) =>
        _repository.Trees.Find(_tree, folder + Name) is { IsFile: true } entry ? Parse(_repository.Objects.Read(entry.Id, MostBytes)) : null;

    private static AttributeFile? Parse(byte[]? bytes) => bytes is null ? null : AttributeFile.Parse(Encoding.UTF8.GetString(bytes));
}
