using System.Buffers;

namespace Parley.Language.Coreference;

/// <summary>Why two mentions were taken for one.</summary>
internal enum LinkReason : byte
{
    /// <summary>The text says so, by an apposition or <c>is</c>.</summary>
    Stated,

    /// <summary>By their names.</summary>
    Named,

    /// <summary>A noun takes up another.</summary>
    Described,

    /// <summary>A pronoun.</summary>
    Pronoun,
}

/// <summary>What is known of an entity from all its mentions.</summary>
internal struct Entity
{
    public Referent Referent;

    public Number Number;

    public Gender Gender;

    /// <summary>Whether a person's name, or a person who is not named, is among its mentions.</summary>
    public bool HasPersonName, IsAnonymous;

    /// <summary>The latest of its mentions that were met so far, or none.</summary>
    public int Latest;

    /// <summary>Its first draft that is no pronoun, and the last in the chain of its drafts; or none.</summary>
    public int First, Last;

    public int Size;
}

/// <summary>
/// Which drafts corefer: a union-find with what is known of each set, which refuses what cannot be one. A person who is not named is
/// never one who is, save where the text itself says so: Parley must not find out who a source is.
/// </summary>
internal sealed class Entities : IDisposable
{
    private readonly int[] _parent, _next;
    private readonly Entity[] _entities;

    public Entities(ReadOnlySpan<Draft> drafts)
    {
        _parent = ArrayPool<int>.Shared.Rent(drafts.Length);
        _next = ArrayPool<int>.Shared.Rent(drafts.Length);
        _entities = ArrayPool<Entity>.Shared.Rent(drafts.Length);
        for (var i = 0; i < drafts.Length; i++)
        {
            ref readonly var draft = ref drafts[i];
            _parent[i] = i;
            _next[i] = Draft.None;
            var described = draft.IsPronoun ? Draft.None : i;
            _entities[i] = new Entity
            {
                Referent = draft.Referent,
                Number = draft.Number,
                Gender = draft.Gender,
                HasPersonName = draft is { IsName: true, Referent: Referent.Person, Number: Number.One },
                IsAnonymous = draft.IsAnonymous,
                Latest = Draft.None,
                First = described,
                Last = described,
                Size = 1,
            };
        }
    }

    /// <summary>The draft that stands for all that corefer with one.</summary>
    public int Root(int draft)
    {
        while (_parent[draft] != draft)
            draft = _parent[draft] = _parent[_parent[draft]];
        return draft;
    }

    /// <summary>What is known of the entity of a draft.</summary>
    public ref readonly Entity Of(int draft) => ref _entities[Root(draft)];

    /// <summary>The next draft of an entity, after <see cref="Entity.First"/>; none after its last. No pronoun is among them.</summary>
    public int Next(int draft) => _next[draft];

    /// <summary>Whether two drafts may be of one entity.</summary>
    public bool CanBeOne(int a, int b, LinkReason reason)
    {
        ref readonly var one = ref Of(a);
        ref readonly var other = ref Of(b);
        if (reason != LinkReason.Named && one.Referent != other.Referent && one.Referent != Referent.Unknown && other.Referent != Referent.Unknown
            && !(one.Referent is Referent.Body or Referent.Place && other.Referent is Referent.Body or Referent.Place))
        {
            return false;
        }

        if (reason is LinkReason.Stated or LinkReason.Described && one.Number != other.Number && one.Number != Number.Unknown && other.Number != Number.Unknown)
            return false;
        if (one.Gender != other.Gender && one.Gender != Gender.Unknown && other.Gender != Gender.Unknown)
            return false;
        return reason == LinkReason.Stated || !((one.IsAnonymous && other.HasPersonName) || (one.HasPersonName && other.IsAnonymous));
    }

    /// <summary>Takes two drafts for one, if they can be; says whether they are now.</summary>
    /// <param name="drafts">All drafts.</param>
    /// <param name="draft">The one that is resolved.</param>
    /// <param name="antecedent">What it is resolved to.</param>
    /// <param name="reason">Why.</param>
    public bool Link(Span<Draft> drafts, int draft, int antecedent, LinkReason reason)
    {
        var (from, to) = (Root(draft), Root(antecedent));
        if (from != to)
        {
            if (!CanBeOne(from, to, reason))
                return false;
            if (_entities[from].Size > _entities[to].Size)
                (from, to) = (to, from);
            _parent[from] = to;
            Take(ref _entities[to], _entities[from]);
        }

        if (drafts[draft].Antecedent == Draft.None)
            drafts[draft].Antecedent = antecedent;
        return true;
    }

    /// <summary>Says that a draft was met on the way through the text.</summary>
    public void Meet(int draft)
    {
        ref var entity = ref _entities[Root(draft)];
        entity.Latest = Math.Max(entity.Latest, draft);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_parent);
        ArrayPool<int>.Shared.Return(_next);
        ArrayPool<Entity>.Shared.Return(_entities);
    }

    private void Take(ref Entity entity, in Entity other)
    {
        if (entity.Referent == Referent.Unknown)
            entity.Referent = other.Referent;
        if (entity.Number == Number.Unknown)
            entity.Number = other.Number;
        if (entity.Gender == Gender.Unknown)
            entity.Gender = other.Gender;
        entity.HasPersonName |= other.HasPersonName;
        entity.IsAnonymous |= other.IsAnonymous;
        entity.Latest = Math.Max(entity.Latest, other.Latest);
        entity.Size += other.Size;
        if (other.First == Draft.None)
            return;
        if (entity.First == Draft.None)
        {
            (entity.First, entity.Last) = (other.First, other.Last);
        }
        else
        {
            _next[entity.Last] = other.First;
            entity.Last = other.Last;
        }
    }
}
