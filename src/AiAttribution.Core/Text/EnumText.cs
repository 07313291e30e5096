namespace AiAttribution.Core.Text;

/// <summary>The words that stand for the values of an enum in files, messages and reports: one table for reading and writing.</summary>
/// <param name="words">Every value and its word, in the order in which they are told.</param>
internal sealed class EnumText<T>(params (T Value, string Word)[] words)
    where T : struct, Enum
{
    /// <summary>All words.</summary>
    public IReadOnlyList<string> Words { get; } = [.. words.Select(w => w.Word)];

    /// <summary>The word for a value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public string Of(T value)
    {
        foreach ((T known, string word) in words)
        {
            if (EqualityComparer<T>.Default.Equals(known, value))
                return word;
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, null);
    }

    /// <summary>The value of a word; null for any other text.</summary>
    public T? Parse(string? text)
    {
        foreach ((T value, string word) in words)
        {
            if (word == text)
                return value;
        }

        return null;
    }
}
