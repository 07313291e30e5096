using AiAttribution.Core.Model;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Repository;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Engine.Tests.Repository;

/// <summary>AI lines of code that is not judged are told, and are in no other figure.</summary>
public class UnreadFileTests
{
    [Fact]
    public void Ai_lines_of_razor_files_are_counted_and_not_judged()
    {
        using var repository = new TestRepository();
        repository.Write("A.razor", "@code {\n}\n").Write("B.razor", "@code {\n}\n").Write("Plain.razor", "@code {\n}\n").Write("C.cshtml", "@{ }\n");
        repository.Git("add", "A.razor", "B.razor", "C.cshtml");
        repository.Git("commit", "-q", "-m", "Add pages\n\nCo-Authored-By: Claude <noreply@anthropic.com>");
        repository.Commit("Add a page");

        ReportModel report = Report(repository, "A.razor", "B.razor", "Plain.razor", "C.cshtml");

        Assert.Equal([new ReportUnread(".cshtml", 1, 1), new ReportUnread(".razor", 4, 2)], report.Unread);
        Assert.Equal("4 AI lines in 2 .razor files are not judged.", report.Unread[1].Text);
        Assert.Equal(0, report.Lines.Total);
    }

    [Fact]
    public void Razor_files_of_another_project_are_left_out()
    {
        using var repository = new TestRepository();
        repository.Write("A.razor", "@code {\n}\n").Commit("Add a page\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n");

        Assert.Empty(Report(repository, "B.razor").Unread);
    }

    private static ReportModel Report(TestRepository repository, params string[] unread)
    {
        using CollectedRepository collection = Collector.Collect(new CollectOptions { StartDirectory = repository.Root });
        var project = new ProjectInput("Lib", repository.Root, []) { Unread = [.. unread.Select(file => Path.Combine(repository.Root, file))] };
        return collection.Project(project, null).Report;
    }
}
