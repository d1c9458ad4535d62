using Parley.Language;

namespace Parley.Findings.Statements;

/// <summary>
/// Which sources are one speaker: those that corefer, "the official" after "an official", and a pronoun that looks back to nobody after
/// whoever spoke last.
/// </summary>
internal sealed class SpeakerThreads(Document document)
{
    private readonly Dictionary<int, int> _entities = MentionEntities.ByToken(document);
    private readonly Dictionary<int, int> _byEntity = [];
    private readonly Dictionary<string, int> _byNoun = new(StringComparer.OrdinalIgnoreCase);
    private int _last = -1, _count;

    /// <summary>The number of the speaker that the source headed by <paramref name="head"/> is.</summary>
    /// <param name="head">The noun that heads the source.</param>
    /// <param name="source">Its tokens.</param>
    /// <param name="isTold">Whether it is told within another's statement, so that a later pronoun seldom means it.</param>
    public int Of(Token head, Range source, bool isTold)
    {
        var before = _last;
        var speaker = Find(head, source);
        _last = isTold ? before : speaker;
        return speaker;
    }

    /// <summary>The lemma of the last plural noun that spoke: <c>diplomat</c> of <c>two diplomats</c>; null before any.</summary>
    public string? LastPlural { get; private set; }

    private int Find(Token head, Range source)
    {
        var isPronoun = head.Upos == UniversalTag.Pron && source.End.Value - source.Start.Value == 1;
        var isDefinite = document.Tokens[source.Start.Value].Is("the") || document.Tokens[source.Start.Value].Is("that") || document.Tokens[source.Start.Value].Is("this");
        var entity = EntityOf(head);
        if (entity is { } known && _byEntity.TryGetValue(known, out var speaker))
            return speaker;
        speaker = isPronoun && _last >= 0 ? _last
            : isDefinite && _byNoun.TryGetValue(head.Lemma, out var same) ? same
            : _count++;
        if (entity is { } number)
            _byEntity[number] = speaker;
        if (!isPronoun)
            _byNoun[head.Lemma] = speaker;
        if (head.Xpos == "NNS")
            LastPlural = head.Lemma;
        return speaker;
    }

    private int? EntityOf(Token head) => _entities.TryGetValue(head.Index, out var entity) ? entity : null;
}
