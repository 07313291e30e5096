namespace AiAttribution.Fleet.Lake;

/// <summary>Of one build of one commit the newest attempt speaks; the others are left out as a whole, so that no row of theirs is counted beside its own.</summary>
internal static class Winners
{
    /// <summary>A query for the envelopes that do not speak.</summary>
    /// <param name="builds">Rows of the table of builds, in parentheses or by name.</param>
    public static string Losers(string builds) =>
        $"SELECT envelope FROM (SELECT envelope, row_number() OVER (PARTITION BY repository, project, \"commit\", build ORDER BY attempt DESC, seen DESC, envelope DESC) AS place FROM {builds} b) WHERE place > 1";
}
