namespace AiAttribution.Core.Policy;

/// <summary>Who may answer for a waiver: a team is a word such as <c>payments</c>, or <c>@organisation/team</c> as in CODEOWNERS. An address or a lone <c>@handle</c> is a person's.</summary>
internal static class Team
{
    /// <summary>Whether a name is a team's.</summary>
    public static bool IsTeam(string owner)
    {
        int at = owner.LastIndexOf('@');
        return owner.Length > 0 && (at < 0 || (at == 0 && owner.Contains('/')));
    }
}
