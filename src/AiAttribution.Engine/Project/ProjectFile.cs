using AiAttribution.Core.Lines;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Tests;

namespace AiAttribution.Engine.Project;

/// <summary>A file of a project as it was read. Its text is not kept, because a repository may have more of it than memory.</summary>
/// <param name="Path">Path from the repository root, with <c>/</c>.</param>
/// <param name="IsTest">Whether it is test code.</param>
/// <param name="Attribution">State of its lines.</param>
/// <param name="Coverage">What reports say of its lines.</param>
/// <param name="Compiled">The same for each line, where no report measured it with what the last build made instructions of; empty without AI lines.</param>
/// <param name="Subject">The file as rules ask for it.</param>
internal sealed record ProjectFile(
    string Path,
    bool IsTest,
    FileAttribution Attribution,
    FileCoverage Coverage,
    LineCoverage[] Compiled,
    FileSubject Subject);
