using AiAttribution.Core.Members;
using AiAttribution.Shared.Members;

namespace AiAttribution.Analyzers.Tests.Members;

/// <summary>A file is broken most of the time while someone types in it.</summary>
public class BrokenSourceTests
{
    private const string Source =
        """
        using System;

        Console.WriteLine("é");

        namespace A.B
        {
            [Serializable]
            public partial class Calc<T>(int seed) : IDisposable where T : new()
            {
                [Obsolete("why")] public Calc() : this(1) { }
                ~Calc() => Run(() => { });
                public int this[int i] { get => i; set { _ = value; } }
                public static Calc<T> operator +(Calc<T> a, Calc<T> b) => a;
                public static implicit operator int(Calc<T> a) { return 1; }
                event Action E { add { } remove { } }
                void IDisposable.Dispose()
                {
        #if X
                    int a = 1;
        #else
                    string b = $"{seed} {{";
        #endif
                }
            }
        }
        """;

    [Fact]
    public void Every_beginning_and_every_end_of_a_file_is_read()
    {
        for (int cut = 0; cut <= Source.Length; cut++)
        {
            AssertSound(Source[..cut]);
            AssertSound(Source[cut..]);
        }
    }

    [Fact]
    public void Random_damage_is_read()
    {
        Random random = new(20260104);
        for (int round = 0; round < 1_000; round++)
        {
            int start = random.Next(Source.Length);
            int length = random.Next(Math.Min(30, Source.Length - start));
            int to = random.Next(Source.Length);
            AssertSound(Source.Remove(start, length).Insert(Math.Min(to, Source.Length - length), Source.Substring(start, length)));
        }
    }

    private static void AssertSound(string source)
    {
        int lineCount = source.Split('\n').Length;
        foreach (Member member in new RoslynMemberFinder().Find("Calc.cs", source))
        {
            Assert.NotEqual("", member.Name);
            Assert.InRange(member.Line, 1, lineCount);
            Assert.True(member.Column >= 1);
            Assert.Equal(member.CodeLines.Distinct().Order(), member.CodeLines);
            Assert.All(member.CodeLines, line => Assert.InRange(line, member.FirstLine, member.LastLine));
        }
    }
}
