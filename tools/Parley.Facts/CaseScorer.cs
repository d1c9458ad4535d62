using NodaTime.Text;
using Parley.Language;
using Parley.Reports;
using Parley.Resolution;
using Parley.Resolution.Actors;
using Parley.Resolution.Names;

namespace Parley.Facts;

/// <summary>A mention in a text, and whom a reader would say it means.</summary>
/// <param name="File">The table it stands in.</param>
/// <param name="Date">The report's date, ISO.</param>
/// <param name="Text">The text without the brackets.</param>
/// <param name="Mention">The mention.</param>
/// <param name="Party">The canonical name of whom it counts as; <c>-</c> for none.</param>
/// <param name="Entity">Whom or what it means itself.</param>
/// <param name="Why">Why, in a few words.</param>
internal sealed record ResolutionCase(string File, string Date, string Text, Span Mention, string Party, string Entity, string Why)
{
    /// <summary>Reads a table: date, text with the mention in double brackets, party, entity, why.</summary>
    public static IEnumerable<ResolutionCase> Read(string path)
    {
        foreach (var line in System.IO.File.ReadLines(path).Skip(1))
        {
            if (line.Split('\t') is not [var date, var marked, var party, var entity, var why])
                throw new InvalidDataException($"{path}: a line of five fields was expected: {line}");
            var (open, close) = (marked.IndexOf("[[", StringComparison.Ordinal), marked.IndexOf("]]", StringComparison.Ordinal));
            yield return new ResolutionCase(
                Path.GetFileName(path), date, marked[..open] + marked[(open + 2)..close] + marked[(close + 2)..], new Span(open, close - 2), party, entity, why);
        }
    }
}

/// <summary>Resolves the mentions of tables and counts those whose party is right, and those whose entity is too.</summary>
internal static class CaseScorer
{
    /// <summary>Resolves every mention; tells how each table did, and each miss where <paramref name="misses"/> is given.</summary>
    public static (int Right, int All, int Itself) Score(IEnumerable<string> paths, Knowledge knowledge, TextWriter log, TextWriter? misses = null)
    {
        var pipeline = LanguagePipeline.Create();
        var resolver = new Resolver(knowledge);
        var (all, right, itself) = (0, 0, 0);
        foreach (var path in paths)
        {
            var (cases, good) = (0, 0);
            foreach (var test in ResolutionCase.Read(path))
            {
                var date = LocalDatePattern.Iso.Parse(test.Date).Value;
                var document = pipeline.Analyze(test.Text, new AnalysisContext(PartialDate.OfDay(date)));
                var found = resolver.Read(document, date).Of(test.Mention);
                var isRight = found.Party is { } party ? IsNamed(party, test.Party, knowledge) : test.Party == "-";
                var isItself = found.Actor is { } actor ? IsNamed(actor, test.Entity, knowledge) : test.Entity is "-" or "local" || test.Entity.StartsWith("place:", StringComparison.Ordinal);
                cases++;
                good += isRight ? 1 : 0;
                itself += isItself ? 1 : 0;
                if (!isRight)
                    misses?.WriteLine($"{test.File}\t{test.Date}\t{test.Text[test.Mention.Start..test.Mention.End]}\twant {test.Party} ({test.Entity})\tgot {found.Party?.Name ?? "-"} ({found.Actor?.Name ?? found.Kind.ToString()})\t{found.Reason}\t{test.Text}");
            }

            log.WriteLine($"{Path.GetFileName(path),-18} {good,5} of {cases,5}  {(double)good / cases:P1}");
            (all, right) = (all + cases, right + good);
        }

        log.WriteLine($"{"all",-18} {right,5} of {all,5}  {(double)right / all:P1}; who or what it is itself {itself}");
        return (right, all, itself);
    }

    /// <summary>Whether the table means this actor: by its canonical name, or by another that is its own.</summary>
    private static bool IsNamed(Actor actor, string expected, Knowledge knowledge)
    {
        if (actor.Name == expected)
            return true;
        foreach (var named in knowledge.Names.Find(expected))
        {
            if (named.Actor == actor && named.Use == NameUse.Name)
                return knowledge.Actors.Find(expected) is null;
        }

        return false;
    }
}
