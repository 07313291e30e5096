using System.CommandLine;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Hosting;

/// <summary>Finds the verb or option that does not exist. The parser takes it for a value, and blames the word after it.</summary>
internal static class Mistyped
{
    private const string End = "--";

    /// <summary>What is wrong, with the nearest name; null when every verb and option exists.</summary>
    /// <param name="root">The command line as a whole.</param>
    /// <param name="arguments">Its arguments.</param>
    public static string? Find(Command root, IReadOnlyList<string> arguments)
    {
        Command command = root;
        List<Option> options = [.. root.Options];
        bool isValue = false;
        foreach (string argument in arguments.TakeWhile(a => a != End))
        {
            string name = argument.Split('=', ':')[0];
            if (argument.StartsWith(End, StringComparison.Ordinal))
            {
                if (!options.Any(o => o.Name == name || o.Aliases.Contains(name)))
                    return $"There is no option '{name}'.{Meant(name, options.Select(o => o.Name))}";
            }
            else if (command.Subcommands.Count > 0 && !argument.StartsWith('-') && !isValue)
            {
                if (command.Subcommands.FirstOrDefault(c => c.Name == argument) is not { } verb)
                    return $"There is no command '{argument}'.{Meant(argument, command.Subcommands.Select(c => c.Name))}";
                command = verb;
                options.AddRange(verb.Options);
            }

            isValue = argument.StartsWith('-');
        }

        return null;
    }

    private static string Meant(string name, IEnumerable<string> known) => NearestName.Of(name, known) is { } nearest ? $" Did you mean '{nearest}'?" : "";
}
