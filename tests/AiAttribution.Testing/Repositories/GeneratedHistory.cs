using System.Globalization;
using System.Text;

namespace AiAttribution.Testing.Repositories;

/// <summary>
/// A random history, the same for the same seed, written by one <c>git fast-import</c>. Lines come from a small stock, so that many differences are equally short
/// and the choices of a diff algorithm show. Every third commit carries an agent's trailer.
/// </summary>
public sealed class GeneratedHistory : IDisposable
{
    private static readonly string[] Stock =
        ["", "", "{", "}", "    {", "    }", "    return x;", "    int x = 0;", "        x++;", "        y--;", "// note", "\tx += y;", "    if (x > y)", "    else"];

    private readonly Random _random;
    private readonly MemoryStream _stream = new();
    private readonly List<(int Mark, SortedDictionary<string, string[]> Files)> _commits = [];
    private int _unique;

    public GeneratedHistory(int seed, int commits, ObjectFormat format = ObjectFormat.Sha1)
    {
        _random = new Random(seed);
        Repository = new TestRepository(format);
        for (int i = 1; i <= commits; i++)
            AddCommit(i);
        Write($"reset refs/heads/main\nfrom :{commits}\n\n");
        GitProcess.Run(Repository.Root, _stream.ToArray(), new Dictionary<string, string>(), "fast-import", "--quiet", "--force");
        Repository.Git("reset", "-q", "--hard", "main");
    }

    public TestRepository Repository { get; }

    public IEnumerable<string> Files => _commits[^1].Files.Keys;

    public void Dispose() => Repository.Dispose();

    private void AddCommit(int mark)
    {
        // Most commits follow the last one; some branch off an older one; some merge. The last commit merges all that is still open.
        int parent = _random.Next(5) == 0 ? _random.Next(_commits.Count) : _commits.Count - 1;
        int other = _commits.Count > 2 && _random.Next(4) == 0 ? _random.Next(_commits.Count) : -1;
        var files = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        if (_commits.Count > 0)
            files = new SortedDictionary<string, string[]>(_commits[parent].Files, StringComparer.Ordinal);
        if (other >= 0 && other != parent)
            Combine(files, _commits[other].Files);
        if (other < 0 || _random.Next(3) == 0)
            Change(files);

        string message = mark % 3 == 0 ? $"change {mark}\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n" : $"change {mark}\n";
        string time = (1767225600 + mark * 60).ToString(CultureInfo.InvariantCulture);
        Write($"commit refs/heads/work\nmark :{mark}\nauthor Dev <dev@example.com> {time} +0000\ncommitter Dev <dev@example.com> {time} +0000\n");
        WriteData(message);
        if (_commits.Count > 0)
            Write($"from :{_commits[parent].Mark}\n");
        if (other >= 0 && other != parent)
            Write($"merge :{_commits[other].Mark}\n");
        Write("deleteall\n");
        foreach ((string path, string[] lines) in files)
        {
            Write($"M 100644 inline {path}\n");
            WriteData(Text(lines));
        }

        Write("\n");
        _commits.Add((mark, files));
    }

    private void Combine(SortedDictionary<string, string[]> files, SortedDictionary<string, string[]> other)
    {
        foreach ((string path, string[] lines) in other)
        {
            if (!files.TryGetValue(path, out string[]? own))
                files[path] = lines;
            else if (_random.Next(3) == 0)
                files[path] = lines;
            else if (_random.Next(3) == 0)
                files[path] = [.. own.Take(own.Length / 2), .. lines.Skip(lines.Length / 2)];
        }
    }

    private void Change(SortedDictionary<string, string[]> files)
    {
        if (files.Count < 2 || _random.Next(12) == 0)
            files[$"src/F{_random.Next(1000)}.cs"] = [.. Enumerable.Range(0, 20 + _random.Next(60)).Select(_ => Line())];
        foreach (string path in files.Keys.ToArray())
        {
            if (_random.Next(3) == 0)
                files[path] = Edit(files[path]);
        }

        if (_random.Next(6) != 0)
            return;
        string moved = files.Keys.ElementAt(_random.Next(files.Count));
        string[] content = files[moved];
        files.Remove(moved);
        files[$"src/{(char)('a' + _random.Next(4))}/{(_random.Next(2) == 0 ? Path.GetFileName(moved) : $"R{_random.Next(1000)}.cs")}"] = _random.Next(2) == 0 ? content : Edit(content);
    }

    private string[] Edit(string[] lines)
    {
        var result = lines.ToList();
        for (int edits = 1 + _random.Next(4); edits > 0; edits--)
        {
            int at = _random.Next(result.Count + 1);
            int count = Math.Min(_random.Next(6), result.Count - at);
            switch (_random.Next(4))
            {
                case 0:
                    result.RemoveRange(at, count);
                    break;
                case 1:
                    result.InsertRange(at, result.GetRange(at, count));
                    break;
                case 2:
                    for (int i = at; i < at + count; i++)
                        result[i] = "    " + result[i];
                    break;
                default:
                    result.InsertRange(at, Enumerable.Range(0, 1 + _random.Next(8)).Select(_ => Line()));
                    break;
            }
        }

        return [.. result];
    }

    private string Line() => _random.Next(3) == 0 ? $"    call{_unique++}(x);" : Stock[_random.Next(Stock.Length)];

    private string Text(string[] lines)
    {
        string text = string.Join('\n', lines);
        return lines.Length == 0 || lines.Length % 7 == 0 ? text : text + "\n";
    }

    private void WriteData(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Write($"data {bytes.Length}\n");
        _stream.Write(bytes);
        Write("\n");
    }

    private void Write(string text) => _stream.Write(Encoding.UTF8.GetBytes(text));
}
