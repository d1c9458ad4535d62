namespace Parley.Language.Lemmas;

/// <summary>
/// The lemmas given last, a slot for each hash of form and tag. Entries never change and are exchanged whole, so that threads may
/// share it without a lock; what it holds changes the time a lemma takes, never the lemma.
/// </summary>
internal sealed class LemmaCache
{
    private const int Size = 1 << 14;

    private readonly Entry?[] _entries = new Entry?[Size];

    /// <summary>Where the lemma of this form and tag would be.</summary>
    public ref Entry? Slot(ReadOnlySpan<char> form, string xpos)
    {
        var hash = 2166136261u ^ (uint)(xpos.Length > 1 ? xpos[^1] << 8 | xpos[0] : xpos.Length > 0 ? xpos[0] : 0);
        foreach (var c in form)
            hash = (hash ^ c) * 16777619u;
        return ref _entries[(hash ^ (hash >> 15)) & (Size - 1)];
    }

    internal sealed record Entry(string Form, UniversalTag Upos, string Xpos, string Lemma)
    {
        public bool IsOf(ReadOnlySpan<char> form, UniversalTag upos, string xpos) =>
            Upos == upos && (ReferenceEquals(Xpos, xpos) || Xpos == xpos) && form.SequenceEqual(Form);
    }
}
