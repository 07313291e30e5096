using System.Text;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy;

/// <summary>Reads approvals of a pull request as forges export them. The form is known by its shape; of each person the last word counts, and machines are no people.</summary>
internal sealed class ApprovalReader(EvidenceOptions options)
{
    /// <summary>A larger file is not read.</summary>
    public const int MostBytes = 4 << 20;

    private const string Forms = "It is no export of approvals that is known: give the answer of GitHub (gh api repos/OWNER/REPO/pulls/NUMBER/reviews), GitLab (merge_requests/NUMBER/approvals) or Azure DevOps (pullRequests/NUMBER/reviewers).";

    private readonly MachineIdentities _machines = new(options);

    /// <summary>Reads the bytes of a file.</summary>
    public ApprovalReading Read(byte[] bytes)
    {
        try
        {
            JsonValue root = JsonTree.Parse(Encoding.UTF8.GetString(bytes));
            IEnumerable<Vote>? votes = GitHubReviews.Read(root, IsMachine) ?? GitLabApprovals.Read(root, IsMachine) ?? AzureReviewers.Read(root, IsMachine);
            return votes is null ? Wrong(root.Position, Forms) : new ApprovalReading([.. votes.GroupBy(v => v.Person).Select(p => p.Last()).Where(v => v.Approves).Select(v => v.Commit)], null);
        }
        catch (JsonSyntaxException problem)
        {
            return Wrong(problem.Position, $"This is not JSON: {problem.Message}");
        }
    }

    private bool IsMachine(string name) => _machines.Contains(name, $"{name}@users.noreply.github.com");

    private static ApprovalReading Wrong(JsonPosition position, string message) => new([], new InputProblem(position.Line, position.Column, message));
}
