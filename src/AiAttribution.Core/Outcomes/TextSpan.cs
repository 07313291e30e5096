namespace AiAttribution.Core.Outcomes;

/// <summary>Days in which a text stood somewhere without a break.</summary>
/// <param name="From">Day on which it came.</param>
/// <param name="To">Day on which it left; the last known day while it stands.</param>
/// <param name="IsOpen">Whether it stands at the end.</param>
/// <param name="FirstType">Type that held it when it came; of several the first by name.</param>
/// <param name="LastType">Type that held it last.</param>
/// <param name="Came">Number of who brought it, <see cref="Nobody"/> where that is not known.</param>
/// <param name="Left">Number of who took it away.</param>
internal readonly record struct TextSpan(int From, int To, bool IsOpen, string FirstType, string LastType, int Came, int Left)
{
    /// <summary>Who did it is not known.</summary>
    public const int Nobody = -1;
}

/// <summary>Where one text stood: the identity of an effective line is its text in the whole repository.</summary>
/// <param name="Main">On the branch that production is released from, in order.</param>
/// <param name="Live">In production, in order.</param>
internal readonly record struct TextHistory(IReadOnlyList<TextSpan> Main, IReadOnlyList<TextSpan> Live);
