using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests.Fixtures;

/// <summary>A repository of a library with a method that an agent wrote, for policies to judge.</summary>
internal static class CheckedRepository
{
    public const string Policy = "ai-attribution.json";

    /// <summary>Message of a commit that names a session and no agent.</summary>
    public const string Undisclosed = "Add Mul\n\nClaude-Session: https://claude.ai/code/session_abc123\n";

    /// <summary>Makes it, with the message of the commit that brings the method.</summary>
    public static TestRepository With(string message)
    {
        var repository = new TestRepository();
        repository.Write("src/Lib/Lib.csproj", "<Project />\n").Write("src/Lib/Calc.cs", RepositoryBuilder.Before).Commit("Begin");
        repository.Write("src/Lib/Calc.cs", RepositoryBuilder.After.ReplaceLineEndings("\n")).Commit(message);
        return repository;
    }
}
