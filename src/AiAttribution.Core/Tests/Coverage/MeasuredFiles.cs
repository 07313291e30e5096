namespace AiAttribution.Core.Tests.Coverage;

/// <summary>Gathers the lines of a report, file by file, while it is read.</summary>
internal sealed class MeasuredFiles
{
    private readonly Dictionary<(string? Module, string Name), MeasuredLines> _files = [];

    /// <summary>The lines of a file; the same again for the same file of the same assembly.</summary>
    public MeasuredLines LinesOf(string? module, string name)
    {
        string? assembly = AssemblyName(module);
        if (!_files.TryGetValue((assembly, name), out MeasuredLines? lines))
            _files[(assembly, name)] = lines = new MeasuredLines();
        return lines;
    }

    /// <summary>All files that have a name.</summary>
    public IReadOnlyList<MeasuredFile> Build() =>
        [.. _files.Where(f => f.Key.Name.Length > 0).Select(f => new MeasuredFile(f.Key.Name, f.Value.Hits) { Partial = f.Value.Partial, Module = f.Key.Module, Checksum = f.Value.Checksum })];

    // Some reports give a path, some a file name, some neither extension nor folder.
    private static string? AssemblyName(string? module)
    {
        if (string.IsNullOrWhiteSpace(module))
            return null;
        string file = module[(module.LastIndexOfAny(['/', '\\']) + 1)..];
        return file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? file[..^4] : file;
    }
}
