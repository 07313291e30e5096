namespace AiAttribution.Core.Tests.Links;

/// <summary>One search for links.</summary>
internal sealed class LinkSearch
{
    private readonly IReadOnlyList<AssemblyModel> _assemblies;
    private readonly MethodResolver _resolver;
    private readonly MethodBodies _bodies;
    private readonly TestFinder _tests;
    private readonly Dictionary<MethodId, (HashSet<TestMethod> Direct, HashSet<TestMethod> OneHop)> _links = [];

    public LinkSearch(IReadOnlyList<AssemblyModel> assemblies)
    {
        _assemblies = assemblies;
        var types = new TypeGraph(assemblies);
        _resolver = new MethodResolver(types);
        _bodies = new MethodBodies(_resolver);
        _tests = new TestFinder(types);
    }

    public IReadOnlyList<TestLink> Find()
    {
        var tests = _assemblies.SelectMany(a => _tests.Find(a)).ToList();
        HashSet<AssemblyModel> testAssemblies = [.. tests.Select(t => t.Test.Assembly)];
        foreach ((MethodId test, IReadOnlyList<MethodId> setUp) in tests)
            Follow(test, setUp, testAssemblies);
        return [.. _links.Select(l => (Source: SourceLines.Of(_bodies.Of(l.Key).Parts), l.Value))
            .Where(l => l.Source is not null)
            .Select(l => new TestLink(l.Source!, InOrder(l.Value.Direct), InOrder(l.Value.OneHop.Except(l.Value.Direct))))];
    }

    private void Follow(MethodId test, IReadOnlyList<MethodId> setUp, HashSet<AssemblyModel> testAssemblies)
    {
        var method = new TestMethod($"{test.Type.Name.Replace('+', '.')}.{test.Name}", SourceLines.Of(_bodies.Of(test).Parts));
        MethodBody[] roots = [.. setUp.Prepend(test).Select(_bodies.Of)];
        HashSet<TypeId> created = [.. roots.SelectMany(r => r.Created)];
        HashSet<MethodId> direct = [.. roots.SelectMany(r => r.Calls).SelectMany(m => _resolver.Targets(m, created))];
        foreach (MethodId called in direct)
        {
            if (!testAssemblies.Contains(called.Assembly))
                Links(called).Direct.Add(method);
            MethodBody body = _bodies.Of(called);
            HashSet<TypeId> createdHere = [.. created, .. body.Created];
            foreach (MethodId next in body.Calls.SelectMany(m => _resolver.Targets(m, createdHere)).Where(m => !testAssemblies.Contains(m.Assembly)))
                Links(next).OneHop.Add(method);
        }
    }

    private (HashSet<TestMethod> Direct, HashSet<TestMethod> OneHop) Links(MethodId method)
    {
        if (!_links.TryGetValue(method, out (HashSet<TestMethod> Direct, HashSet<TestMethod> OneHop) links))
            _links[method] = links = ([], []);
        return links;
    }

    private static IReadOnlyList<TestMethod> InOrder(IEnumerable<TestMethod> tests) => [.. tests.OrderBy(t => t.Name, StringComparer.Ordinal)];
}
