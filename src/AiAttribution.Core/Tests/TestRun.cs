namespace AiAttribution.Core.Tests;

/// <summary>One run of tests, as a result file tells it.</summary>
/// <param name="Start">When it began; null when not told.</param>
/// <param name="Finish">When it ended; null when not told.</param>
/// <param name="Passed">Number of tests that passed.</param>
/// <param name="Failed">Number that failed, ended in an error, timed out or were aborted.</param>
/// <param name="Skipped">Number that did not run.</param>
/// <param name="Attachments">Files that the run names as its own, relative to <c>In</c> below its folder, with <c>/</c>.</param>
internal sealed record TestRun(DateTimeOffset? Start, DateTimeOffset? Finish, int Passed, int Failed, int Skipped, IReadOnlyList<string> Attachments)
{
    /// <summary>Whether the run as a whole was broken off or failed, even if no test did.</summary>
    public bool IsBroken { get; init; }

    /// <summary>Folder that attachments were copied to, relative to the result file; null when there is none.</summary>
    public string? AttachmentFolder { get; init; }

    /// <summary>Whether coverage of this run says nothing of passing tests.</summary>
    public bool IsFailing => IsBroken || Failed > 0;
}
