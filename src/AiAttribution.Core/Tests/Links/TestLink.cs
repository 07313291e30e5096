using AiAttribution.Core.Tests.Coverage;

namespace AiAttribution.Core.Tests.Links;

/// <summary>An assembly and its symbols.</summary>
/// <param name="Image">Bytes of the assembly.</param>
/// <param name="Symbols">Bytes of its Portable PDB; null when they are embedded or missing.</param>
internal sealed record LinkedAssembly(byte[] Image, byte[]? Symbols);

/// <summary>Lines of a method in its source file.</summary>
/// <param name="Document">Name of the file as the symbols have it.</param>
/// <param name="Checksum">Checksum of the text that was compiled; null when there is none.</param>
/// <param name="Lines">Executable lines of the method with its lambdas, 1-based.</param>
internal sealed record MethodLines(string Document, SourceChecksum? Checksum, IReadOnlySet<int> Lines);

/// <summary>A test method.</summary>
/// <param name="Name">Type and method, such as <c>Shop.Tests.CartTests.Adds</c>.</param>
/// <param name="Source">Where it stands; null without symbols.</param>
internal sealed record TestMethod(string Name, MethodLines? Source);

/// <summary>A production method that tests refer to.</summary>
/// <param name="Target">Where it stands.</param>
/// <param name="Direct">Tests that call it themselves, lambdas and set-up included.</param>
/// <param name="OneHop">Tests that call a method which calls it.</param>
internal sealed record TestLink(MethodLines Target, IReadOnlyList<TestMethod> Direct, IReadOnlyList<TestMethod> OneHop);
