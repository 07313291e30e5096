using System.Reflection.Metadata;

namespace AiAttribution.Core.Tests.Links;

/// <summary>
/// Searches built tests for references: says of the methods of an assembly which a call chain from any method of a test assembly may reach, and of which it is sure that none does.
/// It shows what tests refer to, not what they run.
/// </summary>
internal static class ReferenceSearch
{
    /// <summary>Libraries that only test code refers to.</summary>
    private static readonly string[] TestLibraries = ["xunit", "nunit", "Microsoft.VisualStudio.TestPlatform", "MSTest", "TUnit", "Expecto", "Machine.Specifications", "Microsoft.Testing.Platform"];

    /// <summary>The answers; those for an assembly of an older text, or one that such an assembly stands beside on the way from the tests, are left open.</summary>
    /// <param name="built">What was built, the newest first; of a name also for several frameworks.</param>
    public static IReadOnlyList<SearchedAssembly> Find(IReadOnlyList<BuiltAssembly> built)
    {
        BuiltAssembly[] searched = [.. built.GroupBy(b => (b.Name.ToUpperInvariant(), b.Project)).SelectMany(OfNow)];
        (BuiltAssembly Built, AssemblyModel? Model)[] opened = [.. searched.Select(b => (b, b.Files is null ? null : AssemblyModel.Open(b.Files)))];
        try
        {
            // What one that cannot be read refers to is not known, and it may be a test.
            return opened.Any(o => o.Model is null) ? [] : Find([.. opened.Select(o => o.Model!)], [.. opened.Where(o => !o.Built.IsOfNow).Select(o => o.Model!.Name)]);
        }
        catch (Exception e) when (AssemblyModel.IsDamage(e))
        {
            return []; // damaged: nothing can be said
        }
        finally
        {
            foreach ((_, AssemblyModel? model) in opened)
                model?.Dispose();
        }
    }

    /// <summary>Of one project what was built of the text that is judged; only where there is nothing of it, what there is.</summary>
    private static IEnumerable<BuiltAssembly> OfNow(IEnumerable<BuiltAssembly> ofProject) => ofProject.Any(b => b.IsOfNow) ? ofProject.Where(b => b.IsOfNow) : ofProject.Take(1);

    private static IReadOnlyList<SearchedAssembly> Find(IReadOnlyList<AssemblyModel> models, HashSet<string> old)
    {
        var types = new TypeGraph(models);
        var finder = new TestFinder(types);
        HashSet<string> tests = [.. models.Where(m => finder.Find(m).Any()).Select(m => m.Name)];
        if (tests.Count == 0)
            return [];
        AssemblyModel[] testCode = [.. models.Where(m => tests.Contains(m.Name) || AssemblyLinks.References(m).Any(IsTestLibrary))];
        var reached = new ReachedMethods(models, types);
        foreach (MethodId method in testCode.SelectMany(m => m.Reader.MethodDefinitions.Select(h => new MethodId(m, h))))
            reached.Reach(method);
        var found = new FoundByFrameworks(types, reached);
        foreach (AssemblyModel model in models)
            found.Reach(model);
        reached.Run();
        var links = new AssemblyLinks(models);
        return [.. models.Select(m => new SearchedAssembly(Tests(m), Documents(m, reached), tests.Contains(m.Name)))];

        IReadOnlyList<string> Tests(AssemblyModel model) => reached.IsEverything || links.Around(model.Name).Overlaps(old)
            ? []
            : [.. links.To(model.Name).Where(tests.Contains).Select(Plain).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Compilers and pipelines print the name, and anybody may have made the assembly.</summary>
    private static string Plain(string name) => string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_'));

    private static bool IsTestLibrary(string assembly) => Array.Exists(TestLibraries, l => assembly.StartsWith(l, StringComparison.OrdinalIgnoreCase));

    private static Dictionary<string, SearchedDocument> Documents(AssemblyModel model, ReachedMethods reached)
    {
        var documents = new Dictionary<string, SearchedDocument>(StringComparer.Ordinal);
        if (model.Symbols is not { } symbols)
            return documents;
        foreach (DocumentHandle handle in symbols.Documents)
            documents[Name(handle)] = new SearchedDocument([], []);
        foreach (MethodDefinitionHandle handle in model.Reader.MethodDefinitions)
        {
            bool isReached = reached.Contains(new MethodId(model, handle));
            foreach (SequencePoint point in symbols.GetMethodDebugInformation(handle.ToDebugInformationHandle()).GetSequencePoints().Where(p => !p.IsHidden))
            {
                SearchedDocument document = documents[Name(point.Document)];
                (isReached ? document.Reached : document.Unreached).UnionWith(PortablePdb.Lines(point));
            }
        }

        return documents;

        string Name(DocumentHandle handle) => symbols.GetString(symbols.GetDocument(handle).Name);
    }
}
