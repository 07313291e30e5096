namespace AiAttribution.Git.Tests.Repositories;

/// <summary>Both readers, for tests that hold for each.</summary>
public sealed class Readers : TheoryData<GitReader>
{
    public Readers()
    {
        Add(GitReader.LibGit2);
        Add(GitReader.GitCommand);
    }
}
