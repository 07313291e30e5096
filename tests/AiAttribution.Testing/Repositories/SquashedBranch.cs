using System.Globalization;

namespace AiAttribution.Testing.Repositories;

/// <summary>A branch of a repository whose commits a server squashes into one on <c>main</c>. Every line of <c>a.cs</c> is unlike the others.</summary>
public sealed class SquashedBranch
{
    private readonly List<string> _lines = ["class A {", "}"];

    /// <summary>Commits a base of two lines and starts the branch <c>work</c>.</summary>
    public SquashedBranch(TestRepository repository)
    {
        Repository = repository;
        Write().Commit("Begin");
        repository.Git("checkout", "-q", "-b", "work");
    }

    public TestRepository Repository { get; }

    /// <summary>Adds lines before the last one, as a commit of the branch, and returns its id.</summary>
    public string Add(int count, string message, string author = "Dev <dev@example.com>")
    {
        int first = _lines.Count;
        _lines.InsertRange(_lines.Count - 1, Enumerable.Range(first, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"    int line{number} = {number};")));
        return Write().Commit(message, author);
    }

    /// <summary>Changes a line, 1-based, as a commit of the branch, and returns its id.</summary>
    public string Change(int line, string message, string author = "Dev <dev@example.com>")
    {
        _lines[line - 1] += " // changed";
        return Write().Commit(message, author);
    }

    /// <summary>Puts the whole branch on <c>main</c> as one commit, takes the branch away, and returns the commit's id. What keeps the originals is a reference that is given.</summary>
    public string Squash(string message, string? keptAs = null, string author = "Dev <dev@example.com>")
    {
        string tip = Repository.Head;
        Repository.Git("checkout", "-q", "main");
        Repository.Git("merge", "-q", "--squash", "work");
        string squash = Repository.CommitStaged(message, author);
        if (keptAs is not null)
            Repository.Git("update-ref", keptAs, tip);
        Repository.Git("branch", "-q", "-D", "work");
        return squash;
    }

    /// <summary>Puts what the branch got since one of its commits on it as one commit, kept as a reference before, and returns that commit's id.</summary>
    public string Fold(string since, string message, string keptAs)
    {
        Repository.Git("update-ref", keptAs, "HEAD");
        Repository.Git("reset", "-q", "--soft", since);
        return Repository.CommitStaged(message);
    }

    private TestRepository Write() => Repository.Write("a.cs", string.Join('\n', _lines) + "\n");
}
