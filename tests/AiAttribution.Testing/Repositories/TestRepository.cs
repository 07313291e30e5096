using System.Globalization;
using System.Text;
using AiAttribution.Testing.Files;

namespace AiAttribution.Testing.Repositories;

/// <summary>A real git repository in a temporary folder. Each commit is one minute after the one before, so ids are the same in every run.</summary>
public sealed class TestRepository : IDisposable
{
    private readonly TemporaryFolder? _folder;
    private DateTimeOffset _now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Makes an empty repository on branch <c>main</c>.</summary>
    public TestRepository()
        : this(ObjectFormat.Sha1)
    {
    }

    /// <summary>Makes an empty repository on branch <c>main</c>, its objects named in the given way.</summary>
    public TestRepository(ObjectFormat format)
    {
        _folder = new TemporaryFolder();
        Root = _folder.Path;
        EmptyRepository.CopyTo(Root, format);
    }

    /// <summary>Uses the repository that already stands at <paramref name="root"/> and leaves it there.</summary>
    public TestRepository(string root) => Root = root;

    public string Root { get; }

    public string Git(params string[] arguments) => GitProcess.Run(Root, null, Identity("Dev", "dev@example.com"), arguments);

    public TestRepository Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public TestRepository Write(string path, byte[] bytes)
    {
        string full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return this;
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Commits everything and returns the id.</summary>
    public string Commit(string message, string author = "Dev <dev@example.com>")
    {
        Git("add", "-A");
        return CommitStaged(message, author);
    }

    public string CommitStaged(string message, string author = "Dev <dev@example.com>", params string[] options)
    {
        _now = _now.AddMinutes(1);
        int split = author.IndexOf(" <", StringComparison.Ordinal);
        GitProcess.Run(
            Root,
            Encoding.UTF8.GetBytes(message),
            Identity(author[..split], author[(split + 2)..^1]),
            ["commit", "-q", "--allow-empty", "--allow-empty-message", "--cleanup=verbatim", "-F", "-", .. options]);
        return Head;
    }

    /// <summary>Merges a branch with a merge commit, also where a fast-forward would do.</summary>
    public string Merge(params string[] branches)
    {
        _now = _now.AddMinutes(1);
        Git(["merge", "-q", "--no-ff", "-m", "Merge", .. branches]);
        return Head;
    }

    /// <summary>Lets days pass until the next commit.</summary>
    public TestRepository Wait(int days)
    {
        _now = _now.AddDays(days);
        return this;
    }

    /// <summary>Id of the commit that is checked out: read from the two files that name it, or asked of git where it stands elsewhere.</summary>
    public string Head
    {
        get
        {
            string head = Path.Combine(Root, ".git", "HEAD");
            string named = File.Exists(head) ? File.ReadAllText(head) : "";
            string branch = named.StartsWith("ref: ", StringComparison.Ordinal) ? Path.Combine(Root, ".git", named[5..].Trim()) : head;
            return File.Exists(branch) ? File.ReadAllText(branch).Trim() : Git("rev-parse", "HEAD").Trim();
        }
    }

    public void Dispose() => _folder?.Dispose();

    private Dictionary<string, string> Identity(string name, string email)
    {
        string date = _now.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
        return new Dictionary<string, string>
        {
            ["GIT_AUTHOR_NAME"] = name,
            ["GIT_AUTHOR_EMAIL"] = email,
            ["GIT_AUTHOR_DATE"] = date,
            ["GIT_COMMITTER_NAME"] = "Dev",
            ["GIT_COMMITTER_EMAIL"] = "dev@example.com",
            ["GIT_COMMITTER_DATE"] = date,
        };
    }
}
