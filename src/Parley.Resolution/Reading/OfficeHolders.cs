using Parley.Resolution.Actors;

namespace Parley.Resolution.Reading;

/// <summary>Who held an office that a mention names: <c>the Egyptian foreign minister</c> as of the document's date.</summary>
internal sealed class OfficeHolders(DocumentContext context)
{
    /// <summary>The one holder on the date; null where there is none, or more than one and none of them fits best.</summary>
    public (Role Role, Actor Person)? Find(Phrase phrase, Actor party, Actor owner)
    {
        if (context.Date is not { } date)
            return null;
        (Role Role, Actor Person)? best = null;
        var (bestScore, isTied) = (0, false);
        foreach (var (role, person) in context.Knowledge.HoldersOf(party.Name).Concat(context.Knowledge.GovernmentsOf(party.Name).SelectMany(government => context.Knowledge.HoldersOf(government.Name))))
        {
            if (!role.Held.Covers(date) || person.Existed.EndsBefore(date))
                continue;
            var score = Score(role, phrase) * 2 + (role.Of == owner.Name ? 1 : 0);
            if (score < 4 || score < bestScore)
                continue;
            isTied = score == bestScore && best?.Person != person && !IsLater(role, best?.Role);
            (best, bestScore) = (role, person) is var found && score == bestScore && best is { } before && !IsLater(role, before.Role) ? (before, bestScore) : (found, score);
        }

        return isTied ? null : best;
    }

    /// <summary>The one who holds the office named, whoever's it is: <c>the mediator for Mali</c>.</summary>
    public (Role Role, Actor Person)? FindAnywhere(Phrase phrase)
    {
        (Role Role, Actor Person)? best = null;
        var bestScore = 3;
        foreach (var (role, person) in context.Knowledge.HoldersByWord(phrase.Head.Lemma))
        {
            if (context.Date is { } date && role.Held.Covers(date) && Score(role, phrase) is var score && score > bestScore)
                (best, bestScore) = ((role, person), score);
        }

        return best;
    }

    private static bool IsLater(Role role, Role? other) => (role.Held.From?.FirstDay).HasValue && (other?.Held.From is not { } from || role.Held.From!.Value.FirstDay > from.FirstDay);

    /// <summary>How well a title fits: each of its words that the mention has counts, each that it lacks counts against it.</summary>
    private static int Score(Role role, Phrase phrase)
    {
        var words = role.Title.Split(' ', '-');
        if (!words.Contains(phrase.Head.Lemma, StringComparer.OrdinalIgnoreCase) && !words.Contains(phrase.Head.Text.ToString(), StringComparer.OrdinalIgnoreCase))
            return 0;
        var (shared, missing) = (0, 0);
        foreach (var word in words)
        {
            if (Has(phrase, word))
                shared++;
            else if (word is not ("of" or "the" or "for" or "and" or "affairs" or "general" or "in" or "to"))
                missing++;
        }

        foreach (var token in phrase.Tokens)
        {
            if (OfficeWords.TellsApart(token.Text))
                missing += words.Contains(token.Text.ToString(), StringComparer.OrdinalIgnoreCase) || (token.Is("defense") && words.Contains("defence")) ? 0 : 3;
        }

        return Math.Max(0, 2 * shared - missing);
    }

    private static bool Has(Phrase phrase, string word)
    {
        foreach (var token in phrase.Tokens)
        {
            if (token.Is(word) || token.Lemma.Equals(word, StringComparison.OrdinalIgnoreCase) || (word == "defence" && token.Is("defense")))
                return true;
        }

        return false;
    }
}
