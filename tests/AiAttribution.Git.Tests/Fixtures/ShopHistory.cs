using System.Globalization;
using System.Text;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Fixtures;

/// <summary>
/// More than a year of a small shop, by a seed: lines that come, move, go and return, names that change and change back, merges, AI commits, projects that begin and cease to ship.
/// Some commits have a fix beside the main line.
/// </summary>
internal sealed class ShopHistory : IDisposable
{
    private static readonly int[] HoursBetween = [1, 1, 5, 20, 20, 30, 80, 200, 900];

    private readonly Random _random;
    private readonly StringBuilder _stream = new();
    private DateTimeOffset _now = new(2025, 1, 6, 8, 0, 0, TimeSpan.Zero);
    private int _mark;
    private int _unique;

    public ShopHistory(int seed, int commits)
    {
        _random = new Random(seed);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["src/Shop.csproj"] = Project("true") };
        Change(files, 6);
        int main = Commit("main", 0, 0, files);
        for (int i = 1; i < commits; i++)
        {
            _now = _now.AddHours(HoursBetween[_random.Next(HoursBetween.Length)]);
            if (_random.Next(6) == 0)
                Commit($"fix{i}", main, 0, Changed(files));
            int branch = main;
            int length = _random.Next(4) == 0 ? _random.Next(1, 4) : 0;
            for (int step = 0; step < length; step++)
                branch = Commit($"work{i}", branch, 0, Change(files, 1));
            main = Commit("main", main, length == 0 ? 0 : branch, _random.Next(2) == 0 || length == 0 ? Change(files, 2) : files);
        }

        GitProcess.Run(Repository.Root, Encoding.UTF8.GetBytes(_stream.ToString()), new Dictionary<string, string>(), "fast-import", "--quiet", "--force");
        Main = Repository.Git("rev-list", "--first-parent", "--reverse", "main").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Fixes = Repository.Git("for-each-ref", "--format=%(objectname) %(refname:short)", "refs/heads/fix*").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ')).ToDictionary(line => int.Parse(line[1][3..], CultureInfo.InvariantCulture), line => line[0]);
    }

    public TestRepository Repository { get; } = new();

    /// <summary>Commits of the main line, oldest first.</summary>
    public IReadOnlyList<string> Main { get; }

    /// <summary>Commits beside it, by the place of the commit that follows their parent on the main line.</summary>
    public IReadOnlyDictionary<int, string> Fixes { get; }

    public void Dispose() => Repository.Dispose();

    /// <summary>Releases a commit.</summary>
    public void Release(string version, string commit) => Repository.Write($".git/refs/tags/{version}", commit + "\n");

    private SortedDictionary<string, string> Changed(SortedDictionary<string, string> files) => Change(new SortedDictionary<string, string>(files, StringComparer.Ordinal), 2);

    private SortedDictionary<string, string> Change(SortedDictionary<string, string> files, int times)
    {
        for (int i = 0; i < times; i++)
        {
            string[] code = [.. files.Keys.Where(f => f.EndsWith(".cs", StringComparison.Ordinal))];
            string path = code.Length == 0 || _random.Next(4) == 0 ? $"src/{(char)('A' + _random.Next(6))}.cs" : code[_random.Next(code.Length)];
            string text = files.GetValueOrDefault(path, $"class {path[4]}\n{{\n}}\n");
            switch (_random.Next(12))
            {
                case 0:
                    files.Remove(path);
                    files[$"src/{(char)('A' + _random.Next(6))}.cs"] = text;
                    break;
                case 1:
                    files.Remove(path);
                    break;
                case 2 or 3:
                    files[path] = text.Replace($"value{_random.Next(3)}", $"value{_random.Next(3)}{(char)('a' + _random.Next(3))}", StringComparison.Ordinal);
                    break;
                case 4:
                    files[path] = text.Replace($"{(char)('a' + _random.Next(3))})", ")", StringComparison.Ordinal);
                    break;
                case 5:
                    files["src/Shop.csproj"] = Project(_random.Next(4) == 0 ? "false" : "true");
                    break;
                case 6:
                    files["src/.editorconfig"] = $"[{(char)('A' + _random.Next(6))}.cs]\ngenerated_code = {(_random.Next(2) == 0 ? "true" : "false")}\n";
                    break;
                default:
                    files[path] = Edit(text);
                    break;
            }
        }

        return files;
    }

    private string Edit(string text)
    {
        List<string> lines = [.. text.Split('\n')];
        for (int i = _random.Next(1, 12); i > 0; i--)
        {
            if (_random.Next(3) == 0 && lines.Count > 4)
                lines.RemoveAt(_random.Next(2, lines.Count - 2));
            else
                lines.Insert(2, $"    {(_random.Next(3) == 0 ? $"Only{_unique++}" : $"Call{_random.Next(30)}")}(value{_random.Next(3)});");
        }

        return string.Join('\n', lines);
    }

    private static string Project(string isPackable) =>
        $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><IsPackable>{isPackable}</IsPackable><IsPublishable>{isPackable}</IsPublishable></PropertyGroup></Project>\n";

    private int Commit(string branch, int parent, int other, SortedDictionary<string, string> files)
    {
        _now = _now.AddMinutes(1);
        string time = _now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        _stream.Append(CultureInfo.InvariantCulture, $"commit refs/heads/{branch}\nmark :{++_mark}\nauthor Dev <dev@example.com> {time} +0000\ncommitter Dev <dev@example.com> {time} +0000\n");
        Data(_random.Next(3) == 0 ? "Work\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n" : "Work\n");
        if (parent > 0)
            _stream.Append(CultureInfo.InvariantCulture, $"from :{parent}\n");
        if (other > 0)
            _stream.Append(CultureInfo.InvariantCulture, $"merge :{other}\n");
        _stream.Append("deleteall\n");
        foreach ((string path, string text) in files)
        {
            _stream.Append(CultureInfo.InvariantCulture, $"M 100644 inline {path}\n");
            Data(text);
        }

        _stream.Append('\n');
        return _mark;
    }

    private void Data(string text) => _stream.Append(CultureInfo.InvariantCulture, $"data {text.Length}\n{text}\n");
}
