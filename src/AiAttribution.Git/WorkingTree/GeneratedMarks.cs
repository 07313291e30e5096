using System.Collections.Concurrent;
using AiAttribution.Core.Text;

namespace AiAttribution.Git.WorkingTree;

/// <summary>Files that a repository marks as generated: <c>generated_code = true</c> in <c>.editorconfig</c>, as for the compiler, or <c>linguist-generated</c> in <c>.gitattributes</c>.</summary>
/// <param name="read">Bytes of a file by its path from the repository root; null when it is not there.</param>
internal sealed class GeneratedMarks(Func<string, byte[]?> read)
{
    /// <summary>Name of a file with sections for editors and the compiler.</summary>
    public const string EditorConfigFile = ".editorconfig";

    /// <summary>Name of a file with git's attributes.</summary>
    public const string AttributesFile = ".gitattributes";

    /// <summary>Longer files are not read.</summary>
    public const int MostBytes = 1 << 20;

    private const string Attribute = "linguist-generated";

    private readonly ConcurrentDictionary<string, EditorConfig?> _configs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, AttributeFile?> _attributes = new(StringComparer.Ordinal);

    /// <summary>Whether a file is marked.</summary>
    /// <param name="path">Path from the repository root, with <c>/</c>.</param>
    public bool Contains(string path) => IsByEditorConfig(path) || IsByAttributes(path);

    /// <summary>Paths and contents of the files that marks can depend on; none where nothing in them speaks of generated code.</summary>
    /// <param name="files">Paths of all files.</param>
    /// <param name="read">Bytes of a file by its path.</param>
    public static IReadOnlyList<string> Telling(IReadOnlyList<string> files, Func<string, byte[]?> read) =>
        [.. Telling(files, read, EditorConfigFile, "generated_code"), .. Telling(files, read, AttributesFile, Attribute)];

    private static IEnumerable<string> Telling(IReadOnlyList<string> files, Func<string, byte[]?> read, string name, string word)
    {
        string[] all = [.. files.Where(f => f.EndsWith(name, StringComparison.Ordinal) && (f.Length == name.Length || f[^(name.Length + 1)] == '/')).Select(f => $"{f}\n{(read(f) is { } bytes ? SourceFile.Text(bytes) : "")}")];
        return all.Any(f => f.Contains(word, StringComparison.OrdinalIgnoreCase)) ? all : [];
    }

    private bool IsByEditorConfig(string path)
    {
        foreach (string folder in Folders(path))
        {
            if (_configs.GetOrAdd(folder, f => Text(f + EditorConfigFile) is { } text ? EditorConfig.Parse(text) : null) is not { } config)
                continue;
            if (config.IsGenerated(path[folder.Length..]) is { } said)
                return said;
            if (config.IsRoot)
                return false;
        }

        return false;
    }

    private bool IsByAttributes(string path)
    {
        foreach (string folder in Folders(path))
        {
            if (Attributes(folder)?.Find(path[folder.Length..], Attribute, out string? value) == true)
                return string.Equals(value, AttributeFile.Set, StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }

    private AttributeFile? Attributes(string folder) =>
        _attributes.GetOrAdd(folder, f => Text(f + AttributesFile) is { } text ? AttributeFile.Parse(text, f.Length > 0 ? Attributes("") : null) : null);

    private string? Text(string path) => read(path) is { Length: <= MostBytes } bytes ? SourceFile.Text(bytes) : null;

    /// <summary>The folders of a file with their slash, the nearest first; empty for the root.</summary>
    private static IEnumerable<string> Folders(string path)
    {
        for (int slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
            yield return path[..(slash + 1)];
        yield return "";
    }
}
