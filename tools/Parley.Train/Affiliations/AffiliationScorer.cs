using System.Globalization;
using Parley.Language;
using Parley.Resolution;
using Parley.Resolution.Affiliations;
using Parley.Resolution.Reading;

namespace Parley.Train.Affiliations;

/// <summary>Counts for how many marked mentions the right side is chosen.</summary>
internal static class AffiliationScorer
{
    /// <summary>Scores reports; tells each miss where <paramref name="misses"/> is given.</summary>
    public static void Score(IEnumerable<(MarkedMentions Report, Document Document)> reports, AffiliationModel model, Knowledge knowledge, TextWriter log, TextWriter? misses = null)
    {
        var (right, ruled, all, named) = (0, 0, 0, 0);
        foreach (var (report, document) in reports)
        {
            var context = new DocumentContext(document, report.Date, knowledge);
            var phrases = new PhraseReader(context);
            var reader = new AffiliationReader(context, phrases, model);
            foreach (var (head, actor) in AffiliationTrainer.Marks(report, document).OrderBy(static mark => mark.Key))
            {
                var token = document.Tokens[head];
                var span = token.Sentence.SubtreeSpan(token);
                var found = reader.Of(token) ?? "";
                var rule = phrases.Read(span, acts: true).Party?.Name ?? "";
                all++;
                right += IsSame(actor, found, knowledge) ? 1 : 0;
                ruled += IsSame(actor, rule, knowledge) ? 1 : 0;
                named += actor.Length > 0 ? 1 : 0;
                if (!IsSame(actor, found, knowledge))
                    misses?.WriteLine($"{report.Id}\t\"{document.Text[span.Start..Math.Min(span.End, span.Start + 60)]}\"\twant {actor}\tgot {found}\trule {rule}");
            }
        }

        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{right} of {all} = {(double)right / all:F3} ({named} speak for someone); by rule alone {ruled} = {(double)ruled / all:F3}"));
    }

    private static bool IsSame(string wanted, string found, Knowledge knowledge)
    {
        if (wanted.Length == 0 || found.Length == 0)
            return wanted.Length == found.Length;
        return wanted.Equals(found, StringComparison.OrdinalIgnoreCase)
            || knowledge.Names.Find(wanted).ToArray().Any(candidate => knowledge.Actors.PartyOf(candidate.Actor).Name == found);
    }
}
