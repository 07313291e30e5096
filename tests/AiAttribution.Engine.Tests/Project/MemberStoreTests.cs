using AiAttribution.Core.Members;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Repository;
using AiAttribution.Engine.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Engine.Tests.Project;

/// <summary>Each <c>Open</c> stands for a process of its own: they share nothing but the file.</summary>
public class MemberStoreTests
{
    private const string Compiler = "compiler 1";

    private readonly CountingFinder _compiler = new();

    [Fact]
    public void File_with_the_same_text_is_parsed_once()
    {
        using TestRepository repository = AgentWrote("src/A.cs");
        using CollectedRepository collected = Collect(repository);
        IReadOnlyList<Member> first = Find(collected, "A.cs", "one\ntwo\n");

        IReadOnlyList<Member> second = Find(collected, "A.cs", "one\ntwo\n");

        Assert.Equal(["A.cs"], _compiler.Asked);
        Assert.Equal(["one", "two"], second.Select(m => m.Name));
        Assert.Equal(first.Select(m => (m.Line, m.Column, m.FirstLine, m.LastLine)), second.Select(m => (m.Line, m.Column, m.FirstLine, m.LastLine)));
    }

    [Fact]
    public void Suppressions_and_lines_without_members_of_the_same_text_are_searched_once()
    {
        using TestRepository repository = AgentWrote("src/A.cs");
        using CollectedRepository collected = Collect(repository);
        for (int process = 0; process < 2; process++)
        {
            MemberStore store = MemberStore.Open(collected, Compiler);
            IMemberFinder finder = store.Finder("", () => _compiler);

            Assert.Equal(new CountingFinder().FindSuppressions("", ""), finder.FindSuppressions("A.cs", "one\n"));
            Assert.Equal(new CountingFinder().FindUnsearched("", ""), finder.FindUnsearched("A.cs", "one\n"));
            store.Save();
        }

        Assert.Equal(["suppressions of A.cs", "unsearched of A.cs"], _compiler.Asked);
    }

    [Fact]
    public void Without_a_cache_nothing_is_kept()
    {
        using TestRepository repository = AgentWrote("src/A.cs");
        using CollectedRepository collected = Collector.Collect(new CollectOptions { StartDirectory = repository.Root, UseCache = false });

        Find(collected, "A.cs", "one\n");

        Assert.False(Directory.Exists(Path.Combine(repository.Root, ".git", "ai-attribution")));
    }

    [Fact]
    public void File_with_another_text_is_parsed_again()
    {
        using TestRepository repository = AgentWrote("src/A.cs");
        using CollectedRepository collected = Collect(repository);
        Find(collected, "A.cs", "one\n");

        Assert.Equal("two", Assert.Single(Find(collected, "A.cs", "two\n")).Name);
    }

    [Fact]
    public void Same_text_under_another_path_is_parsed_again_because_names_tell_generated_code()
    {
        using TestRepository repository = AgentWrote("src/A.cs");
        using CollectedRepository collected = Collect(repository);
        Find(collected, "A.cs", "one\n");
        Find(collected, "A.g.cs", "one\n");

        Assert.Equal(["A.cs", "A.g.cs"], _compiler.Asked);
    }

    [Theory]
    [InlineData("#if X\none\n#endif\n", 2)]
    [InlineData("#\t elif X\n", 2)]
    [InlineData("#\f\uFEFF\u00A0if X\n", 2)]
    [InlineData("# 1\n#nullable enable\n#  if\n", 2)]
    [InlineData("#region R\none\n#endregion\n", 1)]
    [InlineData("#region R\nif (one)\n#endregion\n", 1)]
    [InlineData("one\n", 1)]
    [InlineData("#", 1)]
    public void Symbols_matter_only_for_a_text_with_conditions(string text, int parsed)
    {
        using TestRepository repository = AgentWrote("src/A.cs");
        using CollectedRepository collected = Collect(repository);
        Find(collected, "A.cs", text, "NET8_0");
        Find(collected, "A.cs", text, "NET9_0");
        Find(collected, "A.cs", text, "NET8_0");

        Assert.Equal(parsed, _compiler.Asked.Count);
    }

    [Fact]
    public void Another_compiler_finds_for_itself()
    {
        using TestRepository repository = AgentWrote("src/A.cs");
        using CollectedRepository collected = Collect(repository);
        Find(collected, "A.cs", "one\n");

        MemberStore.Open(collected, "compiler 2").Finder("", () => _compiler).Find("A.cs", "one\n");

        Assert.Equal(2, _compiler.Asked.Count);
    }

    [Fact]
    public void Two_processes_at_once_keep_what_both_found()
    {
        using TestRepository repository = AgentWrote("src/A.cs");
        using CollectedRepository collected = Collect(repository);
        MemberStore[] processes = [MemberStore.Open(collected, Compiler), MemberStore.Open(collected, Compiler)];
        processes[0].Finder("", () => _compiler).Find("A.cs", "one\n");
        processes[1].Finder("", () => _compiler).Find("B.cs", "two\n");
        foreach (MemberStore process in processes)
            process.Save();

        Find(collected, "A.cs", "one\n");
        Find(collected, "B.cs", "two\n");

        Assert.Equal(["A.cs", "B.cs"], _compiler.Asked);
    }

    [Fact]
    public void Damaged_file_is_found_again_and_written_anew()
    {
        using TestRepository repository = AgentWrote("src/A.cs");
        using CollectedRepository collected = Collect(repository);
        Find(collected, "A.cs", "one\n");
        string file = Assert.Single(Directory.GetFiles(Path.Combine(repository.Root, ".git", "ai-attribution"), "*-members.cache"));
        byte[] whole = File.ReadAllBytes(file);
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(file, whole[..length]);
            Assert.Equal("one", Assert.Single(Find(collected, "A.cs", "one\n")).Name);
            Assert.Equal(whole, File.ReadAllBytes(file));
        }

        Assert.Equal(1 + whole.Length, _compiler.Asked.Count);
    }

    [Fact]
    public void Search_ahead_parses_the_files_with_ai_lines_below_the_folder_once_for_a_commit()
    {
        using TestRepository repository = AgentWrote("src/A.cs", "src/B.cs", "other/C.cs", "src/Lib.Tests/D.cs");
        repository.Write("src/E.cs", "by nobody\n").Commit("Add E");
        using CollectedRepository collected = Collect(repository);

        foreach (MemberStore process in new[] { MemberStore.Open(collected, Compiler), MemberStore.Open(collected, Compiler) })
            process.SearchAhead(collected.History!, Path.Combine(repository.Root, "src"), process.Finder("", () => _compiler));

        Assert.Equal(["src/A.cs", "src/B.cs"], _compiler.Asked);
        Find(collected, "src/A.cs", "text of src/A.cs\n");
        Assert.Equal(2, _compiler.Asked.Count);
    }

    [Fact]
    public void Search_ahead_after_a_commit_parses_what_changed()
    {
        using TestRepository repository = AgentWrote("A.cs", "B.cs");
        SearchAhead(repository);
        repository.Write("B.cs", "text of B.cs\nanother line\n").Commit("Change B");

        SearchAhead(repository);

        Assert.Equal(["A.cs", "B.cs", "B.cs"], _compiler.Asked);
    }

    [Fact]
    public void Search_ahead_leaves_a_file_that_cannot_be_parsed_to_its_project()
    {
        using TestRepository repository = AgentWrote("A.cs", "unreadable.cs");

        SearchAhead(repository);

        using CollectedRepository collected = Collect(repository);
        Find(collected, "A.cs", "text of A.cs\n");
        Assert.Equal(["A.cs", "unreadable.cs"], _compiler.Asked);
        Assert.Throws<InvalidOperationException>(() => Find(collected, "unreadable.cs", "text of unreadable.cs\n"));
    }

    [Fact]
    public void Search_ahead_reads_nothing_that_a_link_leads_to_outside()
    {
        using TestRepository repository = AgentWrote("A.cs", "B.cs");
        using var outside = new TemporaryFolder();
        File.WriteAllText(Path.Combine(outside.Path, "secret"), "secret\n");
        File.Delete(Path.Combine(repository.Root, "B.cs"));
        File.CreateSymbolicLink(Path.Combine(repository.Root, "B.cs"), Path.Combine(outside.Path, "secret"));

        SearchAhead(repository);

        Assert.Equal(["A.cs"], _compiler.Asked);
    }

    private static TestRepository AgentWrote(params string[] paths)
    {
        var repository = new TestRepository();
        foreach (string path in paths)
            repository.Write(path, $"text of {path}\n");
        repository.Commit("Add\n\nCo-authored-by: Claude <noreply@anthropic.com>\n");
        return repository;
    }

    private static CollectedRepository Collect(TestRepository repository) => Collector.Collect(new CollectOptions { StartDirectory = repository.Root });

    private void SearchAhead(TestRepository repository)
    {
        using CollectedRepository collected = Collect(repository);
        MemberStore store = MemberStore.Open(collected, Compiler);
        store.SearchAhead(collected.History!, repository.Root, store.Finder("", () => _compiler));
    }

    private IReadOnlyList<Member> Find(CollectedRepository collected, string path, string text, string symbols = "")
    {
        MemberStore store = MemberStore.Open(collected, Compiler);
        IReadOnlyList<Member> members = store.Finder(symbols, () => _compiler).Find(path, text);
        store.Save();
        return members;
    }
}
