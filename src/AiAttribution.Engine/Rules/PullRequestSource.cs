using System.Text;
using System.Text.Json;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Engine.Rules;

/// <summary>Finds the text of the pull request where the pipeline has it at hand: nothing is asked of a server.</summary>
internal static class PullRequestSource
{
    private const int MostBytes = 32 << 20;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    /// <summary>What GitHub's event file or GitLab's variables say; null when there is no pull request.</summary>
    /// <param name="variable">Gives the value of an environment variable; null when it is not set.</param>
    public static PullRequestText? Of(Func<string, string?> variable)
    {
        if (variable("CI_MERGE_REQUEST_IID") is { Length: > 0 })
            return new PullRequestText($"{variable("CI_MERGE_REQUEST_TITLE")}\n{variable("CI_MERGE_REQUEST_DESCRIPTION")}", variable("CI_MERGE_REQUEST_DESCRIPTION_IS_TRUNCATED") == "true");
        return variable("GITHUB_EVENT_PATH") is { Length: > 0 } path && Path.IsPathFullyQualified(path) && BoundedFile.ReadThere(path, MostBytes).Bytes is { } bytes ? OfEvent(bytes) : null;
    }

    /// <summary>The text in a file: an event of GitHub or GitLab, or the description itself. Null with the reason when it cannot be read.</summary>
    public static (PullRequestText? Text, string? Problem) OfFile(string path)
    {
        (byte[]? bytes, string? problem) = BoundedFile.ReadThere(path, MostBytes);
        return bytes is null ? (null, problem) : (OfEvent(bytes) ?? new PullRequestText(Encoding.UTF8.GetString(bytes)), null);
    }

    private static PullRequestText? OfEvent(byte[] bytes)
    {
        try
        {
            using JsonDocument document = SafeJson.Parse(bytes, Options);
            JsonElement request = document.RootElement.Get("pull_request");
            JsonElement merge = document.RootElement.Get("object_attributes");
            if (request.ValueKind == JsonValueKind.Object)
                return new PullRequestText($"{request.LongText("title")}\n{request.LongText("body")}");
            return merge.ValueKind == JsonValueKind.Object ? new PullRequestText($"{merge.LongText("title")}\n{merge.LongText("description")}") : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
