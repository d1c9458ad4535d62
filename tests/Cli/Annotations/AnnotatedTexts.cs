using System.Globalization;
using Parley.Language;

namespace Parley.Cli.Tests.Annotations;

/// <summary>A text annotated twice: through the library, and by the command.</summary>
internal static class AnnotatedTexts
{
    /// <summary>Nested names, quotations within others and over paragraphs, times with modifiers, someone to refer to.</summary>
    public const string Rich = """
        UN Deputy Special Envoy Lina Haddad left Cairo early on Friday. She didn’t name her hosts, but said that they “heard a plain ‘not yet’ from the Ministry of Health”.

        “Both sides have had nearly a week. They know the terms.

        “It is up to them,” Haddad added. The envoy will be back every Monday in mid-2022.
        """;

    public static LanguagePipeline Pipeline { get; } = LanguagePipeline.Create();

    public static async Task<string> AnnotateAsync(this CliRun cli, string text, params string[] options)
    {
        Assert.Equal(ExitCode.Done, await cli.RunAsync(["annotate", "-", .. options], input: text));
        return cli.Out;
    }

    /// <summary>The rows of CoNLL-U that are tokens, without those of surface words.</summary>
    public static IEnumerable<string[]> Tokens(string conllu) => conllu.Split('\n')
        .Select(static line => line.Split('\t')).Where(static fields => int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out _));
}
