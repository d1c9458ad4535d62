using NodaTime.Text;
using Parley.Language;
using Parley.Reports;
using Parley.Resolution;
using Parley.Resolution.Conflicts;
using Parley.Resolution.Reading;

namespace Parley.Train.Conflicts;

/// <summary>How many of the names were found, of how many, and how many were found that are none.</summary>
internal sealed record ConflictTally
{
    public int Right { get; private set; }

    public int Wanted { get; private set; }

    public int Found { get; private set; }

    public double F1 => Wanted + Found == 0 ? 1 : 2.0 * Right / (Wanted + Found);

    public void Add(ImmutableArray<string> wanted, ImmutableArray<string> found)
    {
        Right += wanted.Intersect(found, StringComparer.Ordinal).Count();
        Wanted += wanted.Length;
        Found += found.Length;
    }
}

/// <summary>Reads the reports of a table and counts the parties and mediators that are right.</summary>
internal static class ConflictScorer
{
    /// <summary>Scores a table; tells each miss where <paramref name="misses"/> is given.</summary>
    /// <returns>Of parties, of mediators, and how many reports of no conflict were left without any, of how many.</returns>
    public static (ConflictTally Parties, ConflictTally Mediators, int Quiet, int Distractors) Score(string path, Knowledge knowledge, ConflictModel model, TextWriter log, TextWriter? misses = null)
    {
        var pipeline = LanguagePipeline.Create();
        var (parties, mediators) = (new ConflictTally(), new ConflictTally());
        var (quiet, distractors) = (0, 0);
        foreach (var test in ConflictCase.Read(path))
        {
            var date = LocalDatePattern.Iso.Parse(test.Date).Value;
            var document = pipeline.Analyze(test.Text, new AnalysisContext(PartialDate.OfDay(date)));
            var found = new ConflictPlacer(new DocumentContext(document, date, knowledge), model).Place();
            parties.Add(test.Parties, found.Parties);
            mediators.Add(test.Mediators, found.Mediators);
            if (test.Parties.IsEmpty)
                (quiet, distractors) = (quiet + (found.Parties.IsEmpty ? 1 : 0), distractors + 1);
            if (!test.Parties.ToHashSet(StringComparer.Ordinal).SetEquals(found.Parties) || !test.Mediators.ToHashSet(StringComparer.Ordinal).SetEquals(found.Mediators))
                misses?.WriteLine($"{test.Id}\twant {Joined(test.Parties)} by {Joined(test.Mediators)}\tgot {Joined(found.Parties)} by {Joined(found.Mediators)}\t{test.Text}");
        }

        log.WriteLine($"parties F1 {parties.F1:F3} ({parties.Right} right of {parties.Wanted}, {parties.Found} found)");
        log.WriteLine($"mediators F1 {mediators.F1:F3} ({mediators.Right} right of {mediators.Wanted}, {mediators.Found} found)");
        log.WriteLine($"quiet where there is no conflict: {quiet} of {distractors}");
        return (parties, mediators, quiet, distractors);

        static string Joined(ImmutableArray<string> names) => names.IsEmpty ? "-" : string.Join("; ", names);
    }
}
