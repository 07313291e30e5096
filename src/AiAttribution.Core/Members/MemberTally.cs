namespace AiAttribution.Core.Members;

/// <summary>The code lines of one member, counted.</summary>
/// <param name="Code">All code lines.</param>
/// <param name="Ai">Lines with AI evidence of any grade.</param>
/// <param name="Weak">Those of them whose evidence is no better than weak.</param>
/// <param name="Unknown">Lines of which nothing is known. They count as code, never as AI.</param>
internal readonly record struct MemberTally(int Code, int Ai, int Weak, int Unknown)
{
    /// <summary>Share of AI lines among the code lines, 0 to 1; 0 when there is no code line.</summary>
    public double Share => Code == 0 ? 0 : (double)Ai / Code;

    /// <summary>True when share and number of AI lines reach the policy's.</summary>
    public bool IsAiHeavy(VerdictPolicy policy) => Reaches(Ai, policy);

    /// <summary>
    /// True when it is AI-heavy without its weak lines, too. Only then is there a verdict on it, because a weak grade alone never fails a build.
    /// </summary>
    public bool IsFirmlyAiHeavy(VerdictPolicy policy) => Reaches(Ai - Weak, policy);

    private bool Reaches(int lines, VerdictPolicy policy)
    {
        const double rounding = 1e-9;
        return lines > 0 && lines >= policy.MinimumLines && lines >= (policy.Share * Code) - rounding;
    }
}
