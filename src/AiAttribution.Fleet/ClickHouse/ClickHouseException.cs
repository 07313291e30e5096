using System.Text.RegularExpressions;

namespace AiAttribution.Fleet.ClickHouse;

/// <summary>A server does not do what it is asked. The message names the server, what it says, and the way out.</summary>
internal sealed partial class ClickHouseException(string message, int code, bool isTransient) : Exception(message)
{
    private const int Longest = 400;

    /// <summary>Code of the server's error; 0 where it did not answer at all.</summary>
    public int Code => code;

    /// <summary>Whether the same may work a moment later.</summary>
    public bool IsTransient => isTransient;

    /// <summary>Whether a table or a database is not there.</summary>
    public bool IsMissing => code is 60 or 81;

    /// <summary>It cannot be reached, or breaks off.</summary>
    public static ClickHouseException Unreachable(string server, string why) => new($"{server} does not answer ({why}); nothing is lost: start it, or mend --url, and run the same again.", 0, true);

    /// <summary>Of an answer that is no success.</summary>
    /// <param name="server">Address of the server.</param>
    /// <param name="status">Status of HTTP.</param>
    /// <param name="body">What it says.</param>
    public static ClickHouseException Of(string server, int status, string body)
    {
        Match known = CodePattern().Match(body);
        if (!known.Success)
            return new ClickHouseException($"{server} does not speak as ClickHouse does: HTTP {status}. --url is the address of its HTTP interface, such as http://127.0.0.1:8123.", -1, status >= 500);
        int code = int.Parse(known.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        string words = Words().Replace(body[(known.Index + known.Length)..], "").Trim().ReplaceLineEndings(" ");
        words = words.Length > Longest ? words[..Longest] + "…" : words;
        return code switch
        {
            192 or 193 or 194 or 516 => new($"{server} refuses the user or the password. Give them by the variable {Credentials.Variable} or by --credentials FILE, as USER:PASSWORD.", code, false),
            291 or 164 or 497 => new($"{server} does not let this user do that: {words}", code, false),
            _ when code == 243 || body.Contains("No space left", StringComparison.Ordinal) => new($"the disk of {server} is full: {words}. Make room and run the same again; what is loaded already is not loaded twice.", code, false),
            242 => new($"{server} takes no rows: {words}. Its ZooKeeper or Keeper does not answer.", code, true),
            209 or 210 or 279 => new($"{server} does not reach a shard ({string.Join(", ", Addresses().Matches(body).Select(m => m.Groups[1].Value).Distinct())}). Start that server, or ask with --partial for an answer without it that says so.", code, true),
            _ => new($"{server}: {words} (code {code})", code, code is 159 or 202 or 241 or 252 or 319 or 999),
        };
    }

    [GeneratedRegex(@"\(([^()\s]+:\d+)[^()]*\)")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"Code: (\d+)[.,]\s*")]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"e\.displayText\(\) = |DB::\w*Exception: |, e\.what\(\) = DB::\w*Exception|\(version [^)]*\)")]
    private static partial Regex Words();
}
