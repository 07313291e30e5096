using System.Globalization;
using System.Text;

namespace AiAttribution.Testing.Files;

/// <summary>
/// Changes bytes of good input and gives the result to a reader, which must take it or tell what is wrong with it, and never throw. The same inputs in every run;
/// <c>AI_ATTRIBUTION_FUZZ</c> says how many for each format (build/fuzz.sh).
/// </summary>
public static class Mutation
{
    private const string Variable = "AI_ATTRIBUTION_FUZZ";
    private const int MostBytes = 1 << 16;

    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "\\ud800", "\\udfff", "\\ud83d\\ude00", "\\u0000", "\\uzzzz", "\\", "\\\"", "\"", "'", "1e999", "-1", "0", "NaN", "2147483648", "-9223372036854775809", "18446744073709551616",
            "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00", "null", "true", "{}", "[]", "{", "}", "[", "]", ",", ":", "/*", "//", "<", ">", "/>", "<a>", "</a>", "&", "&#0;", "&#xD800;", "&lt;", "<![CDATA[", "]]>",
            "<!DOCTYPE a [<!ENTITY b \"c\">]>", "<?", "\0", "\r", "\n", "\t", "\u001b[2J", "\u2028", "..", "../", "/", "*", "**", "?", "=", "%", "-", "+", " ", "\uFEFF",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF],
    ];

    private static int Inputs(int usual, int share) => int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out int inputs) && inputs > 0 ? Math.Max(1, inputs / share) : usual;

    /// <summary>Reads as many changed inputs as are asked for; what a reader throws is thrown on with the input.</summary>
    /// <param name="format">Name of the format, which the changes depend on.</param>
    /// <param name="good">Input that is read well.</param>
    /// <param name="read">Reads.</param>
    /// <param name="usual">Number of inputs without the variable.</param>
    /// <param name="share">A slow reader gets one of so many inputs.</param>
    public static void Run(string format, byte[] good, Action<byte[]> read, int usual, int share = 1)
    {
        int seed = format.Aggregate(17, (sum, c) => unchecked((sum * 31) + c));
        int inputs = Inputs(usual, share);
        for (int i = 0; i < inputs; i++)
        {
            byte[] input = Of(new Random(unchecked(seed + i)), good);
            try
            {
                read(input);
            }
            catch (Exception problem)
            {
                throw new InvalidOperationException($"{format}, input {i}: {problem.GetType().Name}: {problem.Message}\n{Convert.ToBase64String(input)}", problem);
            }
        }
    }

    private static byte[] Of(Random random, byte[] good)
    {
        List<byte> bytes = [.. good];
        for (int change = random.Next(1, 5); change > 0; change--)
        {
            int at = random.Next(bytes.Count + 1);
            int length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(8))
            {
                case 0 or 1: bytes.InsertRange(at, Token(random)); break;
                case 2 when at < bytes.Count: bytes[at] = (byte)random.Next(0x100); break;
                case 3 when at < bytes.Count: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 4: bytes.RemoveRange(at, length); break;
                case 5 when bytes.Count < MostBytes: bytes.InsertRange(random.Next(bytes.Count + 1), [.. bytes.GetRange(at, length)]); break;
                case 6 when random.Next(4) == 0: bytes.RemoveRange(at, bytes.Count - at); break;
                case 7 when random.Next(8) == 0: bytes.InsertRange(at, [.. Enumerable.Repeat(Token(random), random.Next(1, 200)).SelectMany(t => t)]); break;
                default:
                    bytes.RemoveRange(at, length);
                    bytes.InsertRange(at, Token(random));
                    break;
            }
        }

        return [.. bytes];
    }

    private static byte[] Token(Random random) => Tokens[random.Next(Tokens.Length)];
}
