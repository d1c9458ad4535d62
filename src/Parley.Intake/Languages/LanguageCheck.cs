using System.Globalization;
using Lingua;
using Parley.Reports.Data;

namespace Parley.Intake.Languages;

/// <summary>
/// Tells the language of a report. What is plainly English is told by its function words at no cost; anything else by Lingua's
/// trigram models, which are loaded when first needed (see docs/decisions/0008-language-check.md). Safe to call from many threads.
/// </summary>
/// <remarks>Only a sample is looked at: the first 700 code units and 300 from the middle. Scots counts as English.</remarks>
public sealed class LanguageCheck
{
    private const int HeadLength = 700;
    private const int MiddleLength = 300;
    private const int FewestLetters = 12;

    /// <summary>Letters from which the models are trusted with Latin script: headlines full of names come out as anything.</summary>
    private const int EnoughLatinLetters = 110;

    // Norwegian's written standards are one language to a reader of reports.
    private static readonly Dictionary<IsoCode6391, string> s_codes =
        WordList.Load(typeof(LanguageCheck).Assembly, "Languages.languages.txt")
        .ToDictionary(line => Enum.Parse<IsoCode6391>(line[0], ignoreCase: true), line => line[0] == "nb" ? "no" : line[0]);

    private static readonly (string Code, char First, char Last)[] s_scripts =
    [
        .. WordList.Load(typeof(LanguageCheck).Assembly, "Languages.scripts.tsv").Select(line => (line[0], Unit(line[1]), Unit(line[2]))),
    ];

    private readonly Lazy<LanguageDetector> _detector = new(Load);

    /// <summary>Whether the models are in memory: only text that was not plainly English puts them there.</summary>
    internal bool IsLoaded => _detector.IsValueCreated;

    /// <summary>
    /// The ISO 639-1 code of the language of <paramref name="text"/>; null where it has fewer than 12 letters (5 of Chinese,
    /// Japanese, Korean), or none is known, or where it has fewer than 110 letters, looks to be in another Latin-script
    /// language than English, and does not declare that language itself.
    /// </summary>
    /// <param name="text">The report's text.</param>
    /// <param name="declared">The language that the input declares, a BCP 47 tag; a hint that only short text needs. Default none.</param>
    public string? Detect(string text, string? declared = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sample = Sample(text);
        if (EnglishShare.Of(sample).IsPlainly)
            return "en";
        if (!HasEnough(sample))
            return null;
        if (ByScript(sample) is { } script)
            return script;
        var language = ByModel(sample);
        return language == "en" || Declares(declared, language) || !IsShortLatin(sample) ? language : null;
    }

    private static bool Declares(string? declared, string? language) =>
        language is not null && declared?.StartsWith(language, StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsShortLatin(ReadOnlySpan<char> sample)
    {
        int latin = 0, other = 0;
        foreach (var c in sample)
        {
            if (char.IsLetter(c))
                _ = c <= '\u024F' ? latin++ : other++;
        }

        return latin > other && latin < EnoughLatinLetters;
    }

    /// <summary>What Lingua alone says of a text; null where it does not know.</summary>
    internal string? ByModel(ReadOnlySpan<char> sample)
    {
        var language = _detector.Value.DetectLanguageOf(sample.ToString());
        return language == Language.Unknown ? null : s_codes.GetValueOrDefault(language.IsoCode6391());
    }

    private static ReadOnlySpan<char> Sample(string text) => text.Length <= 2 * (HeadLength + MiddleLength)
        ? text.AsSpan(0, Math.Min(text.Length, HeadLength + MiddleLength))
        : string.Concat(text.AsSpan(0, HeadLength), " ", text.AsSpan(text.Length / 2, MiddleLength));

    private static bool HasEnough(ReadOnlySpan<char> sample)
    {
        var weight = 0;
        foreach (var c in sample)
        {
            // A character of Chinese, Japanese or Korean tells as much as a few letters.
            if (char.IsLetter(c))
                weight += c is >= '\u3040' and <= '\uD7AF' ? 3 : 1;
            if (weight >= FewestLetters)
                return true;
        }

        return false;
    }

    private static string? ByScript(ReadOnlySpan<char> sample)
    {
        foreach (var (code, first, last) in s_scripts)
        {
            if (sample.IndexOfAnyInRange(first, last) < 0)
                continue;
            int within = 0, letters = 0;
            foreach (var c in sample)
            {
                if (c >= first && c <= last)
                    within++;
                else if (char.IsLetter(c))
                    letters++;
            }

            if (within > letters)
                return code;
        }

        return null;
    }

    private static LanguageDetector Load()
    {
        var languages = Enum.GetValues<Language>()
            .Where(language => language != Language.Unknown && s_codes.ContainsKey(language.IsoCode6391()));
        return LanguageDetectorBuilder.FromLanguages([.. languages])
            .WithLowAccuracyMode()
            .WithLanguageModelsDirectory(Path.Combine(AppContext.BaseDirectory, "Lingua", "LanguageModels"))
            .Build();
    }

    private static char Unit(string hex) => (char)ushort.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
