using AiAttribution.Core.Tests;
using AiAttribution.Core.Tests.Coverage;
using AiAttribution.Core.Tests.Links;

namespace AiAttribution.Engine.Inputs;

/// <summary>Reads the test assemblies of the last build and what they refer to.</summary>
/// <param name="output">What builds left.</param>
/// <param name="resolver">Places the documents of symbols in the repository.</param>
/// <param name="texts">The texts that are judged.</param>
/// <param name="onDisk">Whether they are those on disk, which change while nothing is built; what a commit says does not depend on what was built of another text.</param>
internal sealed class LinkLoader(OutputFiles output, PathResolver resolver, IMeasuredTexts texts, bool onDisk)
{
    private const long MostBytes = 64 << 20;
    private const int MostAssemblies = 500;

    /// <summary>Links to methods whose compiled text is known; those in other texts are left out.</summary>
    public TestLinks Load()
    {
        LinkedAssembly[] assemblies = [.. Assemblies()];
        if (assemblies.Length == 0)
            return TestLinks.None;
        IReadOnlyList<TestLink> found = LinkFinder.Find(assemblies);
        Dictionary<TestMethod, PlacedLines?> tests = found.SelectMany(l => l.Direct.Concat(l.OneHop)).Distinct().ToDictionary(t => t, t => t.Source is null ? null : Place(t.Source));
        return new TestLinks(found.Select(l => Place(l.Target) is { } place ? new PlacedLink(place, Known(l.Direct), Known(l.OneHop)) : null).OfType<PlacedLink>().Where(l => l.Direct.Count + l.OneHop.Count > 0), tests);

        IReadOnlyList<TestMethod> Known(IReadOnlyList<TestMethod> those) => onDisk ? those : [.. those.Where(t => tests[t] is not null)];
    }

    /// <summary>Of each assembly that was built here, which its symbols beside it tell, the newest.</summary>
    private IEnumerable<LinkedAssembly> Assemblies()
    {
        HashSet<string> symbols = [.. output.Files.Where(f => f.Extension.Equals(".pdb", StringComparison.OrdinalIgnoreCase)).Select(f => Path.ChangeExtension(f.FullName, null))];
        return output.Files
            .Where(f => f.Extension.ToLowerInvariant() is ".dll" or ".exe" && f.Length <= MostBytes && symbols.Contains(Path.ChangeExtension(f.FullName, null)))
            .DistinctBy(f => f.Name, StringComparer.OrdinalIgnoreCase)
            .Take(MostAssemblies)
            .Select(Read)
            .OfType<LinkedAssembly>();
    }

    private LinkedAssembly? Read(FileInfo file) =>
        OutputFile.Read(Path.ChangeExtension(file.FullName, ".pdb")) is { } symbols && PortablePdb.Read(symbols).Any(d => resolver.Resolve(d.Name, []) is { } path && texts.Current(path) is not null)
        && OutputFile.Read(file.FullName) is { } image
            ? new LinkedAssembly(image, symbols)
            : null;

    private PlacedLines? Place(MethodLines method)
    {
        if (method.Checksum is not { } checksum || resolver.Resolve(method.Document, []) is not { } path || texts.Current(path) is not var (now, _))
            return null;
        if (TextVariants.Matches(checksum, now))
            return new PlacedLines(path, method.Lines);
        if (!onDisk || texts.Earlier(path).FirstOrDefault(old => TextVariants.Matches(checksum, old)) is not { } compiled)
            return null;
        LineMap map = LineMap.Between(compiled, now);
        HashSet<int> lines = [.. method.Lines.Select(map.Now)];
        return lines.Contains(0) || lines.Overlaps(map.Changed) ? null : new PlacedLines(path, lines);
    }
}
