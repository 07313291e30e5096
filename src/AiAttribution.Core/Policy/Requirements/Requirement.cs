using AiAttribution.Core.Members;
using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>What a rule requires.</summary>
/// <param name="Breach">The diagnostic that tells a violation.</param>
/// <param name="Subject">What it judges.</param>
/// <param name="Text">What it requires, in a few words.</param>
internal abstract record Requirement(RuleCode Breach, RuleSubject Subject, string Text)
{
    /// <summary>Code of its diagnostic.</summary>
    public string Code => Breach.Id;

    /// <summary>Which commits it is for when the rule does not say; null for those with AI evidence.</summary>
    public virtual AiCondition? Commits => null;
}

/// <summary>A requirement on commits.</summary>
/// <param name="Breach">The diagnostic that tells a violation.</param>
/// <param name="Text">What it requires, in a few words.</param>
internal abstract record CommitRequirement(RuleCode Breach, string Text) : Requirement(Breach, RuleSubject.Commit, Text)
{
    /// <summary>Whether it looks at the commit's text, so that a mark is enough, also one for some lines only; else it asks something of AI work, and such a commit is passed over.</summary>
    public virtual bool AsksText => true;

    /// <summary>What is wrong with a commit, or cannot be told, to stand behind <c>commit 1234abcd</c>; null when it meets the requirement.</summary>
    public abstract (FindingKind Kind, string Message)? Judge(CommitSubject commit);

    /// <summary>A violation.</summary>
    protected static (FindingKind Kind, string Message)? Violation(string message) => (FindingKind.Violation, message);
}

/// <summary>A requirement on members.</summary>
/// <param name="Breach">The diagnostic that tells a violation.</param>
/// <param name="Text">What it requires, in a few words.</param>
internal abstract record MemberRequirement(RuleCode Breach, string Text) : Requirement(Breach, RuleSubject.Member, Text)
{
    /// <summary>What is wrong with a member, or cannot be told, to stand behind its name; null when it meets the requirement.</summary>
    public abstract (FindingKind Kind, string Message)? Judge(MemberRecord member);

    /// <summary>Whoever has measured, and not this, is not sent in a circle.</summary>
    protected static string NotMeasured(MemberRecord member) => member.ReportsOfOthers switch
    {
        0 => $"was not measured: run {VerdictMessage.Measure}",
        1 => $"was not measured, because the one coverage report does not name {member.Path}: run tests that load its assembly with {VerdictMessage.Measure}",
        _ => $"was not measured, because none of the {member.ReportsOfOthers} coverage reports names {member.Path}: run tests that load its assembly with {VerdictMessage.Measure}",
    };
}

/// <summary>A requirement on files.</summary>
/// <param name="Breach">The diagnostic that tells a violation.</param>
/// <param name="Text">What it requires, in a few words.</param>
internal abstract record FileRequirement(RuleCode Breach, string Text) : Requirement(Breach, RuleSubject.File, Text)
{
    /// <summary>Whether it asks of every file; else only of those with AI lines that are no tests.</summary>
    public virtual bool AsksAll => false;

    /// <summary>What is wrong with the files in scope.</summary>
    /// <param name="files">The files.</param>
    /// <param name="judged">Which of their AI lines are judged.</param>
    public abstract IEnumerable<RuleFinding> Judge(IReadOnlyList<FileSubject> files, Func<AiLine, bool> judged);
}

/// <summary>A requirement on the AI work of a release or a month as a whole.</summary>
/// <param name="Breach">The diagnostic that tells a violation.</param>
/// <param name="Span">Release or month.</param>
/// <param name="Text">What it requires, in a few words.</param>
internal abstract record PeriodRequirement(RuleCode Breach, BudgetSpan Span, string Text) : Requirement(Breach, RuleSubject.Period, Text)
{
    /// <summary>What is wrong with the period, or cannot be told; null when it meets the requirement.</summary>
    public abstract (FindingKind Kind, string Message)? Judge(BudgetPeriod period);
}
