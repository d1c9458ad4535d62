using Parley.Language;
using Parley.Language.Coreference;

namespace Parley.Cli.Annotations;

/// <summary>What a document's entities are, as far as a name tells it.</summary>
internal static class EntityKinds
{
    /// <summary>For each entity that is mentioned by a name, the kind of the first: all its mentions share one, as CorefUD wants.</summary>
    public static Dictionary<int, string> Of(Document document)
    {
        var named = new Dictionary<Reports.Span, string>();
        foreach (var name in document.Names)
            named.TryAdd(name.Span, Words.Kind(name.Kind));
        var kinds = new Dictionary<int, string>();
        foreach (var mention in document.Mentions)
        {
            if (mention is { Kind: MentionKind.Name, Entity: { } entity } && named.TryGetValue(mention.Head, out var kind))
                kinds.TryAdd(entity, kind);
        }

        return kinds;
    }
}
