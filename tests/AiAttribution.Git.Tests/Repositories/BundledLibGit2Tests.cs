using AiAttribution.Git.Repositories;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Repositories;

public class BundledLibGit2Tests
{
    [Fact]
    public void Library_that_is_loaded_is_the_one_that_lies_beside_the_assemblies()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "class A;\n");
        repository.Commit("One");

        using GitRepository opened = GitRepository.Open(repository.Root);

        Assert.Null(opened.NativeProblem);
        Assert.Equal("libgit2 1.8.6", opened.ReaderName);
        if (!OperatingSystem.IsLinux())
            return;
        IEnumerable<string> loaded = File.ReadLines("/proc/self/maps").Where(map => map.Contains("git2", StringComparison.Ordinal) && !map.EndsWith(".dll", StringComparison.Ordinal))
            .Select(map => map[map.IndexOf('/', StringComparison.Ordinal)..])
            .Distinct();
        Assert.Equal([Path.Combine(AppContext.BaseDirectory, "runtimes", PortablePlatform.Name, "native", "libgit2-5853918.so")], loaded);
    }

    [Fact]
    public void Platform_is_named_as_the_folders_of_native_libraries_are() =>
        Assert.Single(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "runtimes", PortablePlatform.Name, "native"), PortablePlatform.FileOf("git2-*")));

    [Fact]
    public void Reason_why_a_library_cannot_be_loaded_is_one_line_without_folders()
    {
        var cause = new DllNotFoundException("Unable to load shared library '/home/me/x/libgit2.so'. Consider a tool like strace: \n/home/me/x/libgit2.so: file too short\n");

        RepositoryException problem = BundledLibGit2.Broken(cause);

        Assert.Equal("the bundled libgit2 cannot be used (libgit2.so: file too short)", problem.Message);
    }
}
