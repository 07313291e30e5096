namespace AiAttribution.Git.Repositories;

/// <summary>What reads a repository.</summary>
internal enum GitReader
{
    /// <summary>libgit2 where it can open the repository, else the <c>git</c> command.</summary>
    Automatic,

    /// <summary>libgit2, inside this process.</summary>
    LibGit2,

    /// <summary>The <c>git</c> command on the PATH: slower, and knows every format that the installed git knows.</summary>
    GitCommand,
}
