using NodaTime;
using Parley.Findings.Trees;
using Parley.Language;
using Parley.Language.Models;
using Parley.Language.Times;
using Parley.Reports;

namespace Parley.Findings.Scheduled;

/// <summary>Finds the times of a document that do not lie before its day, and what the tree tells of each.</summary>
internal sealed class AppointmentReader(Document document, LocalDate published)
{
    /// <summary>In days; what lies farther ahead is no appointment.</summary>
    private const int Farthest = 1200;

    private readonly TreeFeatures _tree = new();

    /// <summary>The times, in the order of the text.</summary>
    public IEnumerable<Appointment> Read()
    {
        foreach (var time in document.Times)
        {
            if (time is not { Kind: TimeKind.Date or TimeKind.Time, IsAge: false, Calendar: { } calendar } || document.TokensIn(time.Span).Head is not { } head || head.Sentence.TokenCount > TreeFeatures.LongestSentence)
                continue;
            var date = Days(time.Stretch ?? calendar);
            var ahead = Period.DaysBetween(published, date.End.LastDay);
            if (ahead is >= 0 and <= Farthest)
                yield return new Appointment(head, date, ahead);
        }
    }

    /// <summary>Features of a time; good until the next are asked for.</summary>
    public ReadOnlySpan<uint> Features(in Appointment own)
    {
        _tree.Clear();
        _tree.AddTree(own.Head);
        var ahead = own.DaysAhead switch { 0 => 0u, 1 => 1u, < 8 => 2u, < 32 => 3u, < 100 => 4u, _ => 5u };
        var begins = Period.DaysBetween(published, own.Date.Start.FirstDay) switch { < -1 => 0u, -1 => 1u, 0 => 2u, _ => 3u };
        var governor = own.Governor;
        var lemma = TreeFeatures.Lemma(governor);
        _tree.Add(TreeFeatures.Own, ahead, begins);
        _tree.Add(TreeFeatures.Own + 1, FeatureHash.Add(ahead, begins), TreeFeatures.Text(governor.Xpos));
        _tree.Add(TreeFeatures.Own + 2, FeatureHash.Add(ahead, begins), lemma);
        _tree.Add(TreeFeatures.Own + 3, (uint)own.Date.End.Precision, FeatureHash.Add(ahead, begins));
        _tree.Mood(governor, TreeFeatures.Own + 4);
        foreach (var child in governor.Children)
        {
            if (child.Upos is UniversalTag.Aux or UniversalTag.Part || child.IsRelated("mark"))
                _tree.Add(TreeFeatures.Own + 5, FeatureHash.Add(TreeFeatures.Lemma(child), FeatureHash.Add(ahead, begins)), TreeFeatures.Text(child.Xpos));
        }

        if (governor.Head is { } above)
        {
            _tree.Add(TreeFeatures.Own + 6, TreeFeatures.Lemma(above), lemma);
            _tree.Add(TreeFeatures.Own + 7, TreeFeatures.Lemma(above), FeatureHash.Add(ahead, begins));
            _tree.Mood(above, TreeFeatures.Own + 8);
        }

        return _tree.Values;
    }

    /// <summary>Times of day are those of their day.</summary>
    private static PartialRange Days(PartialRange calendar)
    {
        return new PartialRange(Day(calendar.Start), Day(calendar.End));

        static PartialDate Day(PartialDate date) => date.Precision > DatePrecision.Day ? PartialDate.OfDay(date.FirstDay) : date;
    }
}
