namespace Parley.Language.Names;

/// <summary>
/// The labels of the name tagger, 16 so that a feature's weights fill one vector: outside; begin, inside, end and single for
/// people, organisations and places; one label for groups, whose runs are one name each; begin and inside for events.
/// </summary>
internal static class NameLabels
{
    public const int Count = 16;

    /// <summary>What a token outside all names has.</summary>
    public const int Outside = 0;

    private const int GroupLabel = 13, EventBegin = 14, EventInside = 15;

    /// <summary>All labels, as a set of bits: nothing is known of a token.</summary>
    public const ushort Any = ushort.MaxValue;

    /// <summary>Offsets from a kind's first label.</summary>
    private const int Begin = 0, Inside = 1, End = 2, Single = 3;

    /// <summary>The labels that may follow each label within a sentence, as sets of bits.</summary>
    public static ReadOnlySpan<ushort> Followers => s_followers;

    /// <summary>The labels that a sentence may begin with.</summary>
    public static ushort Openers { get; } = OutsideOrOpening();

    private static readonly ushort[] s_followers = BuildFollowers();

    /// <summary>Whether a sentence may end with <paramref name="label"/>.</summary>
    public static bool MayClose(int label) => label is 0 or >= GroupLabel || (label - 1) % 4 is End or Single;

    /// <summary>The kinds that are labelled.</summary>
    public static bool IsLabelled(NameKind kind) =>
        kind is NameKind.Person or NameKind.Organization or NameKind.Place or NameKind.Group or NameKind.Event;

    /// <summary>The label of the token at <paramref name="index"/> of a name of <paramref name="count"/> tokens.</summary>
    public static int Of(NameKind kind, int index, int count) => kind switch
    {
        NameKind.Group => GroupLabel,
        NameKind.Event => index == 0 ? EventBegin : EventInside,
        _ => 1 + 4 * (int)kind + (count == 1 ? Single : index == 0 ? Begin : index == count - 1 ? End : Inside),
    };

    /// <summary>What a label's name is; null for <see cref="Outside"/>.</summary>
    public static NameKind? Kind(int label) => label switch
    {
        Outside => null,
        GroupLabel => NameKind.Group,
        EventBegin or EventInside => NameKind.Event,
        _ => (NameKind)((label - 1) / 4),
    };

    /// <summary>Whether a name begins at a token of <paramref name="label"/> that follows one of <paramref name="previous"/>.</summary>
    public static bool Opens(int label, int previous) => label switch
    {
        Outside => false,
        GroupLabel => previous != GroupLabel,
        EventBegin => true,
        EventInside => previous is not (EventBegin or EventInside),
        _ => (label - 1) % 4 is Begin or Single,
    };

    private static ushort OutsideOrOpening()
    {
        var set = 0;
        for (var label = 0; label < Count; label++)
        {
            if (label is Outside or GroupLabel or EventBegin || (label < GroupLabel && (label - 1) % 4 is Begin or Single))
                set |= 1 << label;
        }

        return (ushort)set;
    }

    private static ushort[] BuildFollowers()
    {
        var followers = new ushort[Count];
        for (var label = 0; label < Count; label++)
        {
            followers[label] = label switch
            {
                EventBegin or EventInside => (ushort)(Openers | 1 << EventInside),
                Outside or GroupLabel => Openers,
                _ when (label - 1) % 4 is Begin => (ushort)(1 << label + Inside | 1 << label + End),
                _ when (label - 1) % 4 is Inside => (ushort)(1 << label | 1 << label + 1),
                _ => Openers,
            };
        }

        return followers;
    }
}
