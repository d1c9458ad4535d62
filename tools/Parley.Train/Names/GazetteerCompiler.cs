using System.Globalization;
using System.Text;
using Parley.Language.Models;
using Parley.Language.Names;
using Parley.Reports.Data;

namespace Parley.Train.Names;

/// <summary>Compiles lists of names into the gazetteer: a sorted table of hashes, and what each is listed as.</summary>
internal static class GazetteerCompiler
{
    /// <summary>Compiles the gazetteer.</summary>
    /// <param name="table">What <c>gazetteers.mjs</c> wrote: a class and a name a line.</param>
    /// <param name="countries">CountryInfo of the Open Event Data Alliance.</param>
    /// <param name="armedGroups">Phoenix's armed groups.</param>
    /// <param name="isOrdinary">Whether a word, in lower case, is an ordinary one: no single name that looks like it is kept.</param>
    public static Model Compile(string table, string countries, string armedGroups, Func<string, bool> isOrdinary)
    {
        var entries = new SortedDictionary<uint, Listed>();
        void Add(string name, Listed listed)
        {
            var words = Words(name);
            if (words.Length is 0 or > 8 || (words.Length == 1 && (words[0].Length < 2 || (listed != Listed.Ordinary && isOrdinary(words[0].ToLowerInvariant())))))
                return;
            if (words.Length == 1 && listed == Listed.Organization && Demonyms.Shared.IsDemonym(words[0]))
                return;
            foreach (var variant in new[] { words, [.. words.Select(Unaccented)] })
            {
                Enter(entries, variant, listed);

                // Reports leave out the Arabic article of many towns: (Al) Fallujah.
                if (listed is Listed.City or Listed.Town && variant.Length > 1 && IsArabicArticle(variant[0]) && variant[^1].Length > 4)
                    Enter(entries, variant[1] is "-" ? variant[2..] : variant[1..], listed);
            }
        }

        var given = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in File.ReadLines(table))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (line.StartsWith("first\t", StringComparison.Ordinal))
                given.Add(line[(tab + 1)..]);
            Add(line[(tab + 1)..], line[..tab] switch
            {
                "city" => Listed.City,
                "town" => Listed.Town,
                "region" => Listed.Region,
                "first" => Listed.First,
                "last" => Listed.Last,
                "organization" => Listed.Organization,
                "word" => Listed.Ordinary,
                _ => Listed.Name,
            });
        }

        foreach (var (name, listed) in CountryNames(countries))
            Add(name, listed);
        foreach (var line in File.ReadLines(armedGroups).Where(static line => line.Length > 0 && (char.IsAsciiLetterUpper(line[0]) || line[0] == '+')))
        {
            var name = line.TrimStart('+').Split('(', '[', ';')[0].Replace('_', ' ').Trim();
            if (name.Contains(' ', StringComparison.Ordinal) && !IsPerson(name.Split(' '), given, isOrdinary))
                Add(name, Listed.Organization);
        }

        var assembly = typeof(Gazetteer).Assembly;
        foreach (var row in WordList.Load(assembly, "knownnames.tsv"))
            Enter(entries, Words(row[0]), row[1] switch { "place" => Listed.Country, "region" => Listed.Region, _ => Listed.Organization });
        foreach (var row in WordList.Load(assembly, "demonyms.tsv"))
        {
            foreach (var form in Demonyms.Forms(row[0]))
                Enter(entries, Words(form), Listed.Demonym);
            if (row[1].Length > 0)
                Enter(entries, Words(row[1]), Listed.Country);
        }

        var model = new Model();
        model.Add<uint>("entries", entries.Keys.ToArray());
        model.Add<ushort>("listed", entries.Values.Select(static listed => (ushort)listed).ToArray());
        return model;
    }

    private static void Enter(SortedDictionary<uint, Listed> entries, string[] words, Listed listed)
    {
        var hash = 0u;
        for (var i = 0; i < words.Length; i++)
        {
            hash = i == 0 ? NameHash.OfLower(words[0]) : NameHash.Mix(hash, NameHash.OfLower(words[i]));
            entries[hash] = entries.GetValueOrDefault(hash) | (i == words.Length - 1 ? listed : Listed.IsPrefix);
        }
    }

    /// <summary>Whether one of a group's names is that of its leader, which the list gives among them.</summary>
    private static bool IsPerson(string[] words, HashSet<string> given, Func<string, bool> isOrdinary) =>
        words.Length <= 4 && NameHeads.Shared.Kind(words[^1]) is null && !isOrdinary(words[^1].ToLowerInvariant())
        && (given.Contains(words[0]) || Titles.Shared.IsAddress(words[0]));

    /// <summary>The words of a name, split as the treebanks split them: at hyphens, and before the clitic of possession.</summary>
    private static string[] Words(string name) => name.Replace("-", " - ", StringComparison.Ordinal).Replace("'s ", " 's ", StringComparison.Ordinal)
        .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsArabicArticle(string word) => word is "Al" or "El" or "Ar" or "As" or "Ash" or "Ad" or "Adh" or "An" or "At" or "Az";

    private static string Unaccented(string word)
    {
        var plain = new StringBuilder();
        foreach (var c in word.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(c);
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Countries, capitals, towns, regions, and the names of people who governed: their first words and last.</summary>
    private static IEnumerable<(string Name, Listed Listed)> CountryNames(string path)
    {
        var section = "";
        foreach (var line in File.ReadLines(path, Encoding.Latin1).SkipWhile(static line => !line.StartsWith("-->", StringComparison.Ordinal)))
        {
            var text = line.Trim();
            if (text.StartsWith("<CountryName>", StringComparison.Ordinal))
                yield return (text["<CountryName>".Length..].Split('<')[0].Replace('_', ' '), Listed.Country);
            if (text.StartsWith("</", StringComparison.Ordinal) && section.Length > 0 && text.Contains(section, StringComparison.Ordinal))
                section = "";
            else if (section.Length == 0 && text.StartsWith('<') && text.EndsWith('>') && text.Count(static c => c == '<') == 1)
                section = text[1..^1];
            if (text.Length == 0 || text[0] is '<' or '#')
                continue;
            var name = text.Split('\t', '[', '#', '{')[0].Replace('_', ' ').Trim();
            switch (section)
            {
                case "Capital" or "MajorCities":
                    yield return (name, Listed.City);
                    break;
                case "Regions" or "GeogFeatures":
                    yield return (name, Listed.Region);
                    break;
                case "Leaders" or "Government":
                    var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(static word => Titles.Shared.IsTitle(word)).ToArray();
                    if (words.Length > 1)
                    {
                        yield return (words[0], Listed.First);
                        yield return (words[^1], Listed.Last);
                    }

                    break;
                default:
                    break;
            }
        }
    }
}
