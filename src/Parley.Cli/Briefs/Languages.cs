using System.Collections.Frozen;
using Parley.Reports.Data;

namespace Parley.Cli.Briefs;

/// <summary>English names of languages. They are data of Parley's own: without ICU the runtime carries none.</summary>
internal static class Languages
{
    private static readonly FrozenDictionary<string, string> s_names = WordList.Load(typeof(Languages).Assembly, "languages.tsv")
        .ToFrozenDictionary(static row => row[0], static row => row[1], StringComparer.Ordinal);

    /// <summary>The language's English name; the code where it is not known.</summary>
    public static string Name(string code) => s_names.GetValueOrDefault(code, code);
}
