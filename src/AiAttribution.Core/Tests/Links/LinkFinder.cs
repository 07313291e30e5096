using AiAttribution.Core.Tests.Binding;

namespace AiAttribution.Core.Tests.Links;

/// <summary>
/// Reads the instructions of test assemblies and finds the production methods that tests refer to, directly or by one hop. It shows that a test refers to code,
/// not that it ran, and never what it checked.
/// </summary>
internal static class LinkFinder
{
    /// <summary>Links of all tests to all methods of the assemblies that have no tests themselves. An assembly that cannot be read is passed over.</summary>
    public static IReadOnlyList<TestLink> Find(IEnumerable<LinkedAssembly> assemblies)
    {
        AssemblyModel[] models = [.. assemblies.Select(AssemblyModel.Open).OfType<AssemblyModel>()];
        try
        {
            return new LinkSearch(models).Find();
        }
        catch (Exception e) when (PortablePdb.IsDamage(e))
        {
            return []; // damaged tables: nothing can be said
        }
        finally
        {
            foreach (AssemblyModel model in models)
                model.Dispose();
        }
    }
}
