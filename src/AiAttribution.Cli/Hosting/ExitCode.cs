namespace AiAttribution.Cli.Hosting;

/// <summary>Exit codes of the tool.</summary>
internal static class ExitCode
{
    public const int Pass = 0;

    public const int Violated = 1;

    public const int CannotTell = 2;
}
