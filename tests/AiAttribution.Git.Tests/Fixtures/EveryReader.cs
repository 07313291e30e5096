using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Tests.Fixtures;

/// <summary>Both readers, for tests that hold for each.</summary>
internal sealed class EveryReader : TheoryData<GitReader>
{
    public EveryReader()
    {
        Add(GitReader.LibGit2);
        Add(GitReader.GitCommand);
    }
}
