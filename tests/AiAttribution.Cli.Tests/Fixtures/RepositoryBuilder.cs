using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests.Fixtures;

/// <summary>A small repository: a person's class, then an agent's method in it, tagged v1.0, and a test project.</summary>
internal static class RepositoryBuilder
{
    public const string ByAgent = "Add Mul\n\nCo-authored-by: Claude <noreply@anthropic.com>\nClaude-Session: https://claude.ai/code/session_abc123\n";

    public const string Before = "namespace Lib;\n\npublic class Calc\n{\n}\n";

    public const string After =
        """
        namespace Lib;

        public class Calc
        {
            public int Mul(int a, int b)
            {
                int product = 0;
                for (int i = 0; i < a; i++)
                    product += b;
                System.Console.WriteLine(product);
                return product;
            }
        }

        """;

    public static TestRepository Create()
    {
        var repository = new TestRepository();
        repository.Write("src/Lib/Lib.csproj", "<Project />\n").Write("src/Lib/Calc.cs", Before).Commit("Begin");
        repository.Write("src/Lib/Calc.cs", After.ReplaceLineEndings("\n")).Commit(ByAgent);
        repository.Git("tag", "v1.0");
        return repository;
    }
}
