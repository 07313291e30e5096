namespace AiAttribution.Git.Repositories;

/// <summary>A repository cannot be attributed. Nothing was attributed, so nothing is wrong either.</summary>
internal sealed class RepositoryException : Exception
{
    /// <summary>Makes an exception for one problem.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="message">One line that says what is wrong and where.</param>
    /// <param name="remedy">A command or sentence that mends it.</param>
    /// <param name="cause">Exception behind it, when there is one.</param>
    public RepositoryException(RepositoryProblem problem, string message, string remedy, Exception? cause = null)
        : base(message, cause)
    {
        Problem = problem;
        Remedy = remedy;
    }

    /// <summary>What is wrong.</summary>
    public RepositoryProblem Problem { get; }

    /// <summary>A command or sentence that mends it.</summary>
    public string Remedy { get; }
}
