namespace Parley.Train.Coreference;

/// <summary>
/// MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998) and CEAFe (Luo 2005) over entities of more than one mention, summed over
/// documents. Mentions are the numbers of their head words.
/// </summary>
internal sealed class ChainScore
{
    private readonly Ratio _mucRecall = new(), _mucPrecision = new(), _cubedRecall = new(), _cubedPrecision = new();
    private double _similar, _goldEntities, _foundEntities;

    /// <summary>Adds a document's entities, each a set of mentions.</summary>
    public void Add(IReadOnlyList<HashSet<int>> gold, IReadOnlyList<HashSet<int>> found)
    {
        var (goldOf, foundOf) = (Places(gold), Places(found));
        Muc(gold, foundOf, _mucRecall);
        Muc(found, goldOf, _mucPrecision);
        Cubed(gold, found, foundOf, _cubedRecall);
        Cubed(found, gold, goldOf, _cubedPrecision);
        _similar += Similarity(gold, found, foundOf);
        _goldEntities += gold.Count;
        _foundEntities += found.Count;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var (ceafRecall, ceafPrecision) = (_similar / Math.Max(1, _goldEntities), _similar / Math.Max(1, _foundEntities));
        var (muc, cubed, ceaf) = (F1(_mucRecall.Value, _mucPrecision.Value), F1(_cubedRecall.Value, _cubedPrecision.Value), F1(ceafRecall, ceafPrecision));
        return FormattableString.Invariant($"MUC {_mucPrecision.Value:0.000} {_mucRecall.Value:0.000} {muc:0.000}  B3 {_cubedPrecision.Value:0.000} {_cubedRecall.Value:0.000} {cubed:0.000}  CEAFe {ceafPrecision:0.000} {ceafRecall:0.000} {ceaf:0.000}  mean F1 {(muc + cubed + ceaf) / 3:0.000}");
    }

    private static double F1(double a, double b) => a + b == 0 ? 0 : 2 * a * b / (a + b);

    private static Dictionary<int, int> Places(IReadOnlyList<HashSet<int>> entities)
    {
        var places = new Dictionary<int, int>();
        for (var i = 0; i < entities.Count; i++)
        {
            foreach (var mention in entities[i])
                places[mention] = i;
        }

        return places;
    }

    private static void Muc(IReadOnlyList<HashSet<int>> entities, Dictionary<int, int> others, Ratio ratio)
    {
        foreach (var entity in entities)
        {
            var parts = entity.Select(mention => others.TryGetValue(mention, out var place) ? place : -1 - mention).Distinct().Count();
            ratio.Add(entity.Count - parts, entity.Count - 1);
        }
    }

    private static void Cubed(IReadOnlyList<HashSet<int>> entities, IReadOnlyList<HashSet<int>> others, Dictionary<int, int> places, Ratio ratio)
    {
        foreach (var entity in entities)
        {
            foreach (var mention in entity)
                ratio.Add(places.TryGetValue(mention, out var place) ? (double)others[place].Count(entity.Contains) / entity.Count : 0, 1);
        }
    }

    /// <summary>The best sum of Dice similarities, taken greedily: on chains this differs from the best assignment by next to nothing.</summary>
    private static double Similarity(IReadOnlyList<HashSet<int>> gold, IReadOnlyList<HashSet<int>> found, Dictionary<int, int> foundOf)
    {
        var pairs = new List<(double Similarity, int Gold, int Found)>();
        for (var i = 0; i < gold.Count; i++)
        {
            var places = gold[i].Where(foundOf.ContainsKey).GroupBy(mention => foundOf[mention]);
            pairs.AddRange(places.Select(group => (2.0 * group.Count() / (gold[i].Count + found[group.Key].Count), i, group.Key)));
        }

        var (goldTaken, foundTaken, sum) = (new HashSet<int>(), new HashSet<int>(), 0.0);
        foreach (var (similarity, i, j) in pairs.OrderByDescending(static pair => pair.Similarity).ThenBy(static pair => pair.Gold).ThenBy(static pair => pair.Found))
        {
            if (goldTaken.Contains(i) || foundTaken.Contains(j))
                continue;
            goldTaken.Add(i);
            foundTaken.Add(j);
            sum += similarity;
        }

        return sum;
    }

    private sealed class Ratio
    {
        private double _part, _whole;

        public double Value => _whole == 0 ? 0 : _part / _whole;

        public void Add(double part, double whole) => (_part, _whole) = (_part + part, _whole + whole);
    }
}
