namespace AiAttribution.Testing.Repositories;

/// <summary>Source texts that the scenarios commit.</summary>
public static class PricesSource
{
    public const string AiTrailer = "\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n";

    /// <summary>A class without AI lines.</summary>
    public const string Plain = """
        namespace App;

        public static class Prices
        {
            public static int Twice(int price) => price * 2;
        }

        """;

    /// <summary>The same class with a method of eight code lines; its identifier is at line 7, column 23.</summary>
    public const string WithMethod = """
        namespace App;

        public static class Prices
        {
            public static int Twice(int price) => price * 2;

            public static int Discounted(int price, int years)
            {
                int percent = years * 2;
                if (percent > 30)
                    percent = 30;
                int off = price * percent / 100;
                int rest = price - off;
                if (rest < 0)
                    rest = 0;
                return rest;
            }
        }

        """;

    /// <summary>Cobertura text that says of <paramref name="file"/> that the lines were executed as often as given.</summary>
    public static string Cobertura(string file, IEnumerable<int> lines, int hits) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <coverage line-rate="0" branch-rate="0" version="1.9" timestamp="{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}">
          <sources><source></source></sources>
          <packages><package name="App"><classes><class name="App.Prices" filename="{file}"><lines>
          {string.Concat(lines.Select(line => $"<line number=\"{line}\" hits=\"{hits}\" branch=\"False\" />"))}
          </lines></class></classes></package></packages>
        </coverage>
        """;
}
