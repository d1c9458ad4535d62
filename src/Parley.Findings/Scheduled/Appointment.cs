using Parley.Language;
using Parley.Reports;

namespace Parley.Findings.Scheduled;

/// <summary>A time that may be that of something still to come.</summary>
/// <param name="Head">The token that heads its words.</param>
/// <param name="Date">When, to the day at most.</param>
/// <param name="DaysAhead">From the report's day to its last.</param>
internal readonly record struct Appointment(Token Head, PartialRange Date, int DaysAhead)
{
    /// <summary>The verb or noun on which the time hangs.</summary>
    public Token Governor
    {
        get
        {
            var at = Head;
            for (var steps = 0; steps < 4 && at.Head is { } head; steps++)
            {
                if (head.Upos is UniversalTag.Verb or UniversalTag.Aux || (head.Upos is UniversalTag.Noun && !at.IsRelated("nummod") && !at.IsRelated("compound")))
                    return head;
                at = head;
            }

            return at;
        }
    }
}
