namespace AiAttribution.Git.Objects;

/// <summary>What a git that has ended wrote.</summary>
/// <param name="ExitCode">0 when it did what it was asked for.</param>
/// <param name="Text">Its output.</param>
/// <param name="Error">Its error output in English. Names folders of the machine: to be looked at, never to be shown.</param>
internal sealed record GitOutput(int ExitCode, string Text, string Error)
{
    public bool Succeeded => ExitCode == 0;
}
