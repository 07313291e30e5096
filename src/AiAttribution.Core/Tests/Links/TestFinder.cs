using System.Reflection;
using System.Reflection.Metadata;

namespace AiAttribution.Core.Tests.Links;

/// <summary>Finds test methods by their attributes: xunit, NUnit, MSTest, TUnit, and attributes that derive from theirs.</summary>
internal sealed class TestFinder(TypeGraph types)
{
    private static readonly HashSet<string> Tests = new(StringComparer.Ordinal)
    {
        "Xunit.FactAttribute", "Xunit.TheoryAttribute",
        "NUnit.Framework.TestAttribute", "NUnit.Framework.TestCaseAttribute", "NUnit.Framework.TestCaseSourceAttribute", "NUnit.Framework.TheoryAttribute",
        "Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute", "Microsoft.VisualStudio.TestTools.UnitTesting.DataTestMethodAttribute",
        "TUnit.Core.TestAttribute",
    };

    /// <summary>Frameworks' extensions lie in assemblies that are not read; they keep the ends of the names.</summary>
    private static readonly string[] TestEnds = ["FactAttribute", "TheoryAttribute", "TestMethodAttribute"];

    private static readonly HashSet<string> SetUps = new(StringComparer.Ordinal)
    {
        "NUnit.Framework.SetUpAttribute", "NUnit.Framework.OneTimeSetUpAttribute",
        "Microsoft.VisualStudio.TestTools.UnitTesting.TestInitializeAttribute", "Microsoft.VisualStudio.TestTools.UnitTesting.ClassInitializeAttribute",
        "TUnit.Core.BeforeAttribute",
    };

    /// <summary>Test methods of an assembly, each with the methods that run before it: constructors and set-up.</summary>
    public IEnumerable<(MethodId Test, IReadOnlyList<MethodId> SetUp)> Find(AssemblyModel assembly)
    {
        foreach (TypeId type in assembly.Types.Values.Select(t => new TypeId(assembly, t)))
        {
            MethodId[] tests = [.. type.Methods.Where(m => HasAttribute(m, IsTest))];
            if (tests.Length == 0)
                continue;
            MethodId[] setUp = [.. types.Above(type).Prepend(type).SelectMany(t => t.Methods).Where(IsSetUp)];
            foreach (MethodId test in tests)
                yield return (test, setUp);
        }
    }

    private bool IsSetUp(MethodId method) =>
        (method.Name is ".ctor" or "InitializeAsync" && (method.Definition.Attributes & MethodAttributes.Abstract) == 0) || HasAttribute(method, SetUps.Contains);

    private bool HasAttribute(MethodId method, Func<string, bool> matches)
    {
        MetadataReader reader = method.Assembly.Reader;
        return method.Definition.GetCustomAttributes().Select(reader.GetCustomAttribute).Any(a => Names(method.Assembly, AttributeNames.TypeOf(reader, a)).Any(matches));
    }

    /// <summary>Names of a type and its bases, as far as the assemblies tell.</summary>
    private IEnumerable<string> Names(AssemblyModel assembly, EntityHandle type)
    {
        const int deepest = 10;
        for (int i = 0; i < deepest && !type.IsNil; i++)
        {
            if (type.Kind == HandleKind.TypeReference)
                yield return MetadataNames.Of(assembly.Reader, (TypeReferenceHandle)type);
            if (types.Resolve(assembly, type) is not { } definition)
                yield break;
            yield return definition.Name;
            (assembly, type) = (definition.Assembly, definition.Definition.BaseType);
        }
    }

    private static bool IsTest(string attribute) => Tests.Contains(attribute) || TestEnds.Any(e => attribute.EndsWith(e, StringComparison.Ordinal));
}
