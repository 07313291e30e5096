namespace AiAttribution.Core.Tests.Links;

/// <summary>An assembly that was built here.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="Files">The assembly and its symbols; null when they cannot be read.</param>
/// <param name="IsOfNow">Whether it was built from the text that is judged, as the checksums in its symbols say, and from all of it.</param>
internal sealed record BuiltAssembly(string Name, LinkedAssembly? Files, bool IsOfNow)
{
    /// <summary>Folder of the project that it was built of: two projects may have one name.</summary>
    public string Project { get; init; } = "";
}

/// <summary>What a search for references says of one assembly.</summary>
/// <param name="Tests">Simple names of the test assemblies that refer to it, in order; empty when nothing can be said.</param>
/// <param name="Documents">Its source files, by the names that its symbols have.</param>
/// <param name="IsTest">Whether it has tests.</param>
internal sealed record SearchedAssembly(IReadOnlyList<string> Tests, IReadOnlyDictionary<string, SearchedDocument> Documents, bool IsTest);

/// <summary>Executable lines of one source file.</summary>
/// <param name="Reached">Lines that a call chain from a test may reach, 1-based.</param>
/// <param name="Unreached">Lines of methods that none does.</param>
internal sealed record SearchedDocument(HashSet<int> Reached, HashSet<int> Unreached);
