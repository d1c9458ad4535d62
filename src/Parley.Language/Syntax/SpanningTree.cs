namespace Parley.Language.Syntax;

/// <summary>
/// The tree with the largest sum of scores in which exactly one word hangs on the root (Chu and Liu 1965, Edmonds 1967; for dense
/// graphs in quadratic time after Tarjan 1977). That one only is kept by a fine on every arc from the root: of trees with the fewest
/// such arcs, which is one, the largest is left.
/// </summary>
internal static class SpanningTree
{
    /// <summary>Finds each word's head.</summary>
    /// <param name="scores">
    /// Row after row, a row for each dependent from word 1 on: first the root's score as its head, then every word's. <c>words · (words + 1)</c>.
    /// </param>
    /// <param name="words">How many words, at least 1.</param>
    /// <param name="heads">For each word its head's number from 1, or 0 for the root.</param>
    public static void Find(ReadOnlySpan<float> scores, int words, Span<int> heads)
    {
        var width = words + 1;
        for (var dependent = 1; dependent <= words; dependent++)
            heads[dependent - 1] = Best(scores.Slice((dependent - 1) * width, width), dependent);
        if (!IsTree(heads))
            new Contraction(scores, words).Find(heads);
    }

    private static int Best(ReadOnlySpan<float> row, int dependent)
    {
        var best = dependent == 0 ? 1 : 0;
        for (var head = 0; head < row.Length; head++)
        {
            if (head != dependent && row[head] > row[best])
                best = head;
        }

        return best;
    }

    /// <summary>Whether one word hangs on the root and every word's ancestors lead there.</summary>
    internal static bool IsTree(ReadOnlySpan<int> heads)
    {
        var roots = 0;
        foreach (var head in heads)
            roots += head == 0 ? 1 : 0;
        if (roots != 1)
            return false;

        // Each walk up stops at what an earlier walk has seen; meeting its own steps is a cycle.
        Span<int> seenBy = heads.Length <= 256 ? stackalloc int[heads.Length] : new int[heads.Length];
        seenBy.Clear();
        for (var word = 1; word <= heads.Length; word++)
        {
            var at = word;
            while (at != 0 && seenBy[at - 1] == 0)
            {
                seenBy[at - 1] = word;
                at = heads[at - 1];
            }

            if (at != 0 && seenBy[at - 1] == word)
                return false;
        }

        return true;
    }

    /// <summary>Contracts cycles until a tree is left, then opens them again from the outermost.</summary>
    private sealed class Contraction
    {
        private readonly int _nodes;
        private readonly double[][] _score;
        private readonly int[][] _from, _to;
        private readonly int[] _parent, _bestHead;
        private readonly bool[] _isGone;
        private readonly List<int[]> _cycles = [];
        private int _count;

        public Contraction(ReadOnlySpan<float> scores, int words)
        {
            _nodes = words + 1;
            var most = 2 * _nodes;
            _score = new double[most][];
            _from = new int[most][];
            _to = new int[most][];
            _parent = new int[most];
            _bestHead = new int[most];
            _isGone = new bool[most];
            Array.Fill(_parent, -1);
            var (low, high) = (double.MaxValue, double.MinValue);
            foreach (var score in scores)
                (low, high) = (Math.Min(low, score), Math.Max(high, score));
            var fine = (high - low + 1) * _nodes;
            for (var dependent = 0; dependent < _nodes; dependent++)
            {
                _score[dependent] = new double[most];
                _from[dependent] = new int[most];
                _to[dependent] = new int[most];
                Array.Fill(_score[dependent], double.NegativeInfinity);
                for (var head = 0; dependent > 0 && head < _nodes; head++)
                {
                    if (head == dependent)
                        continue;
                    _score[dependent][head] = scores[(dependent - 1) * _nodes + head] - (head == 0 ? fine : 0);
                    _from[dependent][head] = head;
                    _to[dependent][head] = dependent;
                }
            }

            _count = _nodes;
        }

        public void Find(Span<int> heads)
        {
            var state = new byte[_score.Length]; // 0 new, 1 on the path, 2 joined to the root.
            state[0] = 2;
            var path = new List<int>();
            for (var start = 1; start < _nodes; start++)
            {
                var at = Top(start);
                if (state[at] != 0)
                    continue;
                while (true)
                {
                    state[at] = 1;
                    path.Add(at);
                    var head = BestHead(at);
                    _bestHead[at] = head;
                    if (state[head] == 2)
                        break;
                    if (state[head] == 0)
                    {
                        at = head;
                        continue;
                    }

                    at = Contract(path, head);
                }

                foreach (var node in path)
                    state[node] = 2;
                path.Clear();
            }

            Open(heads);
        }

        private int Top(int node)
        {
            while (_parent[node] >= 0)
                node = _parent[node];
            return node;
        }

        private int BestHead(int node)
        {
            var best = -1;
            for (var head = 0; head < _count; head++)
            {
                if (!_isGone[head] && head != node && (best < 0 || _score[node][head] > _score[node][best]))
                    best = head;
            }

            return best;
        }

        /// <summary>Makes one node of the path's end from <paramref name="first"/> on.</summary>
        private int Contract(List<int> path, int first)
        {
            var from = path.LastIndexOf(first);
            var cycle = path.GetRange(from, path.Count - from).ToArray();
            path.RemoveRange(from, path.Count - from);
            var made = _count++;
            _cycles.Add(cycle);
            var (score, source, target) = (new double[_score.Length], new int[_score.Length], new int[_score.Length]);
            Array.Fill(score, double.NegativeInfinity);
            foreach (var member in cycle)
            {
                _isGone[member] = true;
                _parent[member] = made;
            }

            for (var other = 0; other < made; other++)
            {
                if (_isGone[other])
                    continue;
                foreach (var member in cycle)
                {
                    var entering = _score[member][other] - _score[member][_bestHead[member]];
                    if (entering > score[other])
                        (score[other], source[other], target[other]) = (entering, _from[member][other], _to[member][other]);
                    if (other != 0 && _score[other][member] > _score[other][made])
                        (_score[other][made], _from[other][made], _to[other][made]) = (_score[other][member], _from[other][member], _to[other][member]);
                }
            }

            (_score[made], _from[made], _to[made]) = (score, source, target);
            return made;
        }

        private void Open(Span<int> heads)
        {
            // Entering arcs in the words' own numbers, outermost nodes first; the arc that enters a cycle replaces one within it.
            var head = new int[_count];
            var dependent = new int[_count];
            for (var node = 1; node < _count; node++)
                (head[node], dependent[node]) = (_from[node][_bestHead[node]], _to[node][_bestHead[node]]);
            for (var made = _count - 1; made >= _nodes; made--)
            {
                var entered = dependent[made];
                while (_parent[entered] != made)
                    entered = _parent[entered];
                (head[entered], dependent[entered]) = (head[made], dependent[made]);
            }

            for (var word = 1; word < _nodes; word++)
                heads[word - 1] = head[word];
        }
    }
}
