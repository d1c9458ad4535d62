using System.Runtime.InteropServices;

namespace Parley.Language.Names;

/// <summary>
/// Makes the names of a document agree: a family name alone is the person whose full name stands elsewhere, a word that names one
/// thing here names it there too, and is a name where the tagger passed over it.
/// </summary>
internal sealed class NameAgreement
{
    /// <summary>What a name alone counts for, against each mention that is part of a full name.</summary>
    private const int FullName = 3;

    private readonly Dictionary<uint, Votes> _votes = [];

    /// <summary>How often one word, alone, was taken for each kind.</summary>
    private struct Votes
    {
        public int Person, Organization, Place, Group;

        public readonly NameKind? Winner
        {
            get
            {
                var most = Math.Max(Math.Max(Person, Organization), Math.Max(Place, Group));
                return most == 0 ? null
                    : Person == most ? NameKind.Person
                    : Place == most ? NameKind.Place
                    : Organization == most ? NameKind.Organization
                    : NameKind.Group;
            }
        }
    }

    /// <summary>Makes <paramref name="names"/>, in order and apart from each other, agree; adds those passed over.</summary>
    /// <param name="document">The document, whose tokens the names are of.</param>
    /// <param name="isCandidate">Whether a token outside all names may be one by itself: a word with a capital that is no ordinary word.</param>
    /// <param name="names">The names.</param>
    public static List<NameSpan> Settle(Document document, Func<int, bool> isCandidate, List<NameSpan> names)
    {
        var agreement = new NameAgreement();
        foreach (var name in names)
            agreement.Count(document, name);
        return agreement.Apply(document, isCandidate, names);
    }

    private void Count(Document document, NameSpan name)
    {
        if (name.Count == 1)
        {
            ref var votes = ref Of(document, name.First);
            switch (name.Kind)
            {
                case NameKind.Person:
                    votes.Person++;
                    break;
                case NameKind.Organization:
                    votes.Organization++;
                    break;
                case NameKind.Place:
                    votes.Place++;
                    break;
                case NameKind.Group:
                    votes.Group++;
                    break;
                default:
                    break;
            }
        }
        else if (name.Kind == NameKind.Person)
        {
            Of(document, name.End - 1).Person += FullName;
            Of(document, name.First).Person++;
        }
    }

    private List<NameSpan> Apply(Document document, Func<int, bool> isCandidate, List<NameSpan> names)
    {
        var settled = new List<NameSpan>(names.Count + names.Count / 4);
        var at = 0;
        foreach (var name in names)
        {
            AddPassedOver(at, name.First);
            settled.Add(name.Count == 1 && _votes.TryGetValue(Hash(document, name.First), out var votes) && votes.Winner is { } kind
                && name.Kind is not NameKind.Event ? name with { Kind = kind } : name);
            at = name.End;
        }

        AddPassedOver(at, document.Tokens.Count);
        return settled;

        void AddPassedOver(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                if (isCandidate(i) && _votes.TryGetValue(Hash(document, i), out var votes) && votes.Winner is { } kind)
                    settled.Add(new NameSpan(i, 1, kind));
            }
        }
    }

    private ref Votes Of(Document document, int token) => ref CollectionsMarshal.GetValueRefOrAddDefault(_votes, Hash(document, token), out _);

    private static uint Hash(Document document, int token)
    {
        ref readonly var word = ref document.Word(token);
        return NameHash.Of(document.Text.AsSpan(word.Start, word.End - word.Start));
    }
}
