using Parley.Language;
using Parley.Resolution;
using Parley.Resolution.Conflicts;
using Parley.Resolution.Reading;
using Parley.Train.Networks;

namespace Parley.Train.Conflicts;

/// <summary>Trains the decisions on who fights and who mediates from reports in brief that say who does.</summary>
internal sealed class ConflictTrainer(LearningOptions options, Knowledge knowledge)
{
    private readonly List<(uint[] Features, int Label)> _armed = [], _parties = [], _mediators = [];

    /// <summary>How many names the reports give that no participant bears.</summary>
    public int Unfound { get; private set; }

    /// <summary>How many they give.</summary>
    public int Names { get; private set; }

    /// <summary>Takes in a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="document">Its text, analysed.</param>
    /// <param name="date">Its day.</param>
    /// <param name="isArmedOnly">Whether nothing is learnt of it but that it is, or is not, about an armed conflict.</param>
    public void Take(ConflictCase report, Document document, NodaTime.LocalDate date, bool isArmedOnly = false)
    {
        var context = new DocumentContext(document, date, knowledge);
        var participants = ParticipantReader.Read(context);
        var features = new ParticipantFeatures(participants, ConflictPlacer.Known(context, participants));
        _armed.Add((ParticipantFeatures.OfDocument(document), report.Parties.IsEmpty ? 0 : 1));
        if (isArmedOnly)
            return;
        var parties = Find(report.Parties, participants);
        var mediators = Find(report.Mediators, participants);
        foreach (var own in participants)
        {
            for (var i = 0; i < own.Mentions.Count; i++)
            {
                var list = features.Of(own, i).ToArray();
                _parties.Add((list, parties.Contains(own) ? 1 : 0));
                _mediators.Add((list, mediators.Contains(own) ? 1 : 0));
            }
        }
    }

    /// <summary>Trains on all that was taken in.</summary>
    public ConflictModel Train() => new(Learning.Of(_armed, 1, options), Learning.Of(_parties, 1, options), Learning.Of(_mediators, 1, options));

    private HashSet<Participant> Find(ImmutableArray<string> names, IReadOnlyList<Participant> participants)
    {
        var found = new HashSet<Participant>();
        foreach (var name in names)
        {
            Names++;
            HashSet<string> known = [name, .. knowledge.Names.Find(name).ToArray().Select(candidate => knowledge.Actors.PartyOf(candidate.Actor).Name)];
            if ((participants.FirstOrDefault(own => known.Contains(own.Name)) ?? participants.FirstOrDefault(own => own.Actor is null && IsLike(own.Name, name))) is { } one)
                found.Add(one);
            else
                Unfound++;
        }

        return found;
    }

    /// <summary>Whether one is the other without titles or nouns: <c>Malam Sani Maigari</c>, <c>Sani Maigari</c>.</summary>
    private static bool IsLike(string own, string name) =>
        own.Contains(name, StringComparison.OrdinalIgnoreCase) || (own.Length > 3 && name.Contains(own, StringComparison.OrdinalIgnoreCase));
}
