using AiAttribution.Core.Members;

namespace AiAttribution.Core.Policy.Rules.Requirements;

/// <summary>What a rule requires.</summary>
/// <param name="Code">Code of its diagnostic.</param>
/// <param name="Subject">What it judges.</param>
/// <param name="Text">What it requires, in a few words.</param>
public abstract record Requirement(string Code, RuleSubject Subject, string Text);

/// <summary>A requirement on commits.</summary>
/// <param name="Code">Code of its diagnostic.</param>
/// <param name="Text">What it requires, in a few words.</param>
public abstract record CommitRequirement(string Code, string Text) : Requirement(Code, RuleSubject.Commit, Text)
{
    /// <summary>What is wrong with a commit, or cannot be told, to stand behind <c>commit 1234abcd</c>; null when it meets the requirement.</summary>
    public abstract (FindingKind Kind, string Message)? Judge(CommitSubject commit);

    /// <summary>A violation.</summary>
    protected static (FindingKind Kind, string Message)? Violation(string message) => (FindingKind.Violation, message);
}

/// <summary>A requirement on members.</summary>
/// <param name="Code">Code of its diagnostic.</param>
/// <param name="Text">What it requires, in a few words.</param>
public abstract record MemberRequirement(string Code, string Text) : Requirement(Code, RuleSubject.Member, Text)
{
    /// <summary>What is wrong with a member, or cannot be told, to stand behind its name; null when it meets the requirement.</summary>
    public abstract (FindingKind Kind, string Message)? Judge(MemberRecord member);
}

/// <summary>A requirement on files.</summary>
/// <param name="Code">Code of its diagnostic.</param>
/// <param name="Text">What it requires, in a few words.</param>
public abstract record FileRequirement(string Code, string Text) : Requirement(Code, RuleSubject.File, Text)
{
    /// <summary>What is wrong with the files in scope.</summary>
    /// <param name="files">The files.</param>
    /// <param name="judged">Which of their AI lines are judged.</param>
    public abstract IEnumerable<RuleFinding> Judge(IReadOnlyList<FileSubject> files, Func<AiLine, bool> judged);
}
