namespace AiAttribution.Reports.Html;

/// <summary>Commands that give what is missing.</summary>
internal static class Remedy
{
    public const string Measure = "dotnet test --collect \"Code Coverage;Format=cobertura\"";

    public const string FetchTags = "git fetch --tags";
}
