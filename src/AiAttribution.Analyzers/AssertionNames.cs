namespace AiAttribution.Analyzers;

/// <summary>Names by which assertions are known: of assertion libraries, mocks, snapshot tools and custom helpers.</summary>
internal static class AssertionNames
{
    /// <summary>Beginnings that say it outright: <c>Assert…</c>, <c>Should…</c>, mocks' <c>Verify</c> and <c>Received</c>.</summary>
    private static readonly string[] Strong = ["Assert", "Should", "Verify", "Expect", "Must", "Received", "DidNotReceive", "Approve", "Fail", "MarkupMatches", "QuickCheck"];

    /// <summary>Beginnings that products use for their own ends, too: <c>CheckOutput</c>, but <c>EnsureCreated</c> as well.</summary>
    private static readonly string[] Weak = ["Check", "Ensure", "Validate", "Throw", "Require", "Compare", "Match"];

    /// <summary>Words that say it wherever they stand: <c>StatusCodeShouldBe</c>, <c>WaitForAssertion</c>.</summary>
    private static readonly string[] Anywhere = ["Should", "Assert", "Asserts", "Assertion", "Assertions"];

    private static readonly string[] TypeWords =
        ["Assert", "Asserts", "Asserter", "Assertion", "Assertions", "Should", "Verify", "Verifier", "Verifiers", "Verification", "Verifications", "Expect", "Expectation", "Expectations"];

    /// <summary>Types that say by their whole name what they do: NSubstitute's <c>Received.InOrder</c>, NUnit's <c>Assume.That</c> and <c>Warn.If</c>.</summary>
    private static readonly string[] Types = ["Received", "Assume", "Warn"];

    /// <summary>Beginnings of names of helpers that hand out what a test works with.</summary>
    private static readonly string[] Suppliers =
        ["Get", "Create", "Make", "Build", "New", "Resolve", "Generate", "Random", "Given", "With", "As", "To", "Mock", "Fake", "Stub", "Setup", "Default", "Any", "For"];

    private static readonly string[] Endings = ["s", "es", "ed", "ing"];

    /// <summary>Whether a method that is called by this name may assert, whatever it belongs to.</summary>
    public static bool IsMethod(string name) => IsStrong(name) || Array.Exists(Weak, start => Begins(name, start));

    /// <summary>Whether this is no name of anything but an assertion.</summary>
    public static bool IsStrong(string name) => Array.Exists(Strong, start => Begins(name, start)) || SaysAssert(name);

    /// <summary>Whether a word for an assertion stands in the name.</summary>
    public static bool SaysAssert(string name) => Array.Exists(Anywhere, word => Contains(name, word));

    /// <summary>Whether a type of this name holds assertions: <c>Assert</c>, <c>CollectionAssert</c>, <c>DiagnosticVerifier</c>.</summary>
    public static bool IsType(string name) => Array.IndexOf(Types, name) >= 0 || Array.Exists(TypeWords, word => Contains(name, word));

    /// <summary>Whether a helper of this name hands something out: <c>GetMock</c>, <c>CreateClient</c>.</summary>
    public static bool Supplies(string name) => Array.Exists(Suppliers, start => Begins(name, start));

    /// <summary><c>Checks</c> and <c>CheckOutput</c> begin with <c>Check</c>, <c>Checkout</c> does not.</summary>
    private static bool Begins(string name, string word)
    {
        if (!name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            return false;
        return IsEnd(name, word.Length)
            || Array.Exists(Endings, ending => string.CompareOrdinal(name, word.Length, ending, 0, ending.Length) == 0 && IsEnd(name, word.Length + ending.Length));
    }

    private static bool Contains(string name, string word)
    {
        for (int at = name.IndexOf(word, StringComparison.Ordinal); at >= 0; at = name.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (IsEnd(name, at + word.Length))
                return true;
        }

        return false;
    }

    private static bool IsEnd(string name, int at) => at == name.Length || !char.IsLower(name[at]);
}
