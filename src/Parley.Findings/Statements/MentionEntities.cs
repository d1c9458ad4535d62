using Parley.Language;

namespace Parley.Findings.Statements;

/// <summary>Which tokens name what.</summary>
internal static class MentionEntities
{
    /// <summary>The entity that each token in a mention's head names; tokens of unresolved mentions are left out.</summary>
    public static Dictionary<int, int> ByToken(Document document)
    {
        var entities = new Dictionary<int, int>();
        foreach (var mention in document.Mentions)
        {
            if (mention.Entity is not { } entity)
                continue;
            foreach (var token in document.TokensIn(mention.Head))
                entities.TryAdd(token.Index, entity);
        }

        return entities;
    }
}
