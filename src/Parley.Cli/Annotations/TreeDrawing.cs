using System.Text;

namespace Parley.Cli.Annotations;

/// <summary>
/// Draws a dependency tree beside its tokens, one token a line in the order of the text, as Udapi's TextModeTrees and spaCy's
/// displaCy do. A head and all that depend on it share one upright line, the further left the more stands below it; from there a line runs right
/// to each token. Lines that cross do so only where the tree is not projective: the one that passes behind is broken, <c>─│─</c>.
/// </summary>
/// <remarks>
/// An upright stands on the least level, counted from the right, that is above those of its tokens' own uprights and where no
/// other covers one of its lines. In a projective tree that is its subtree's height. Time and memory grow with tokens times width,
/// whatever the tree: it is walked without recursion, and each level keeps its uprights sorted.
/// </remarks>
internal sealed class TreeDrawing
{
    private const int None = -1;

    /// <summary>The root's line from the left edge, and the mark and the space before a token.</summary>
    private const int EdgeWidth = 3;

    // The parts of a cell; Behind is a line that passes from the left to the right behind an upright.
    private const byte Up = 1, Down = 2, Left = 4, Right = 8, Joined = Left | Right, Behind = 16;

    /// <summary>What a cell looks like, by its parts.</summary>
    private const string Shapes = " ╵╷│╴╯╮┤╶╰╭├─┴┬┼";

    private readonly int[] _heads;
    private readonly (int First, int Last)[] _uprights;
    private readonly int[] _levels;
    private readonly int _columns;
    private readonly byte[] _cells;
    private readonly bool _isSpaced;

    private TreeDrawing(int[] heads, int width)
    {
        var mostLevels = Math.Max(0, width - EdgeWidth);
        _heads = heads;
        _uprights = Uprights(heads);
        _levels = Levels(heads, _uprights, mostLevels);
        _columns = _levels.Where(level => level <= mostLevels).DefaultIfEmpty(0).Max();
        _isSpaced = (2 * _columns) + EdgeWidth <= width;
        _cells = new byte[heads.Length * _columns];
        Lines = [.. Draw()];
    }

    /// <summary>The lines of the drawing, all of one length, each to be followed by its token. Close together where width is scarce.</summary>
    public ImmutableArray<string> Lines { get; }

    /// <summary>Draws a tree.</summary>
    /// <param name="heads">For each token the index of its head, negative for the root.</param>
    /// <param name="width">The most columns that it may take; what would take more is left out, see <see cref="IsCut"/>.</param>
    public static TreeDrawing Of(ReadOnlySpan<int> heads, int width) => new(heads.ToArray(), width);

    /// <summary>Whether no line leads to <paramref name="token"/> from its head, for want of width. So it is with those nearest to the root.</summary>
    public bool IsCut(int token) => _heads[token] >= 0 && Column(_heads[token]) < 0;

    /// <summary>The first and the last line of each token's upright; (0, -1) where it has none.</summary>
    private static (int First, int Last)[] Uprights(int[] heads)
    {
        var uprights = new (int First, int Last)[heads.Length];
        Array.Fill(uprights, (0, None));
        for (var token = 0; token < heads.Length; token++)
        {
            if (heads[token] is not (>= 0 and var head))
                continue;
            var (first, last) = uprights[head].Last == None ? (head, head) : uprights[head];
            uprights[head] = (Math.Min(first, token), Math.Max(last, token));
        }

        return uprights;
    }

    /// <summary>The level of each token's upright, from 1; 0 where it has none, more than <paramref name="most"/> where it is left out.</summary>
    private static int[] Levels(int[] heads, (int First, int Last)[] uprights, int most)
    {
        var levels = new int[heads.Length];
        var taken = Enumerable.Range(0, most + 1).Select(static _ => new SortedSet<(int First, int Last)>()).ToArray();
        foreach (var token in ChildrenFirst(heads))
        {
            var level = 0;
            if (uprights[token].Last != None)
            {
                level = Math.Max(1, levels[token]);
                while (level <= most && IsTaken(taken[level], uprights[token]))
                    level++;
                if (level <= most)
                    taken[level].Add(uprights[token]);
            }

            levels[token] = level;
            if (heads[token] is >= 0 and var head)
                levels[head] = Math.Max(levels[head], level + 1);
        }

        return levels;
    }

    /// <summary>Whether one of the uprights of a level, none of which overlaps another, overlaps this one.</summary>
    private static bool IsTaken(SortedSet<(int First, int Last)> level, (int First, int Last) upright) =>
        level.Count > 0 && level.Min.First <= upright.Last
        && level.GetViewBetween((0, None), (upright.Last, int.MaxValue)).Max.Last >= upright.First;

    /// <summary>All tokens, each after those that depend on it.</summary>
    private static List<int> ChildrenFirst(int[] heads)
    {
        var waiting = new int[heads.Length];
        foreach (var head in heads)
        {
            if (head >= 0)
                waiting[head]++;
        }

        var order = new List<int>(heads.Length);
        for (var token = 0; token < heads.Length; token++)
        {
            // A token is ready with the last of its children, so each is added once.
            for (var ready = token; ready >= 0 && waiting[ready] == 0; ready = heads[ready])
            {
                waiting[ready] = None;
                order.Add(ready);
                if (heads[ready] >= 0)
                    waiting[heads[ready]]--;
            }
        }

        return order;
    }

    private int Column(int token) => _levels[token] > _columns ? None : _columns - _levels[token];

    private ref byte Cell(int line, int column) => ref _cells[(line * _columns) + column];

    private IEnumerable<string> Draw()
    {
        for (var token = 0; token < _heads.Length; token++)
            Upright(token);
        for (var token = 0; token < _heads.Length; token++)
            Across(token);
        for (var token = 0; token < _heads.Length; token++)
            yield return Line(token);
    }

    private void Upright(int token)
    {
        var (first, last) = _uprights[token];
        if (last == None || Column(token) is not (>= 0 and var column))
            return;
        for (var line = first; line <= last; line++)
            Cell(line, column) |= (byte)((line > first ? Up : 0) | (line < last ? Down : 0));
    }

    /// <summary>The line that runs to a token: from its head's upright or, for a root, from the left edge.</summary>
    private void Across(int token)
    {
        var own = _uprights[token].Last == None ? _columns : Column(token);
        var from = _heads[token] < 0 ? None : Column(_heads[token]);
        if (IsCut(token))
            from = own < 0 ? _columns : own - 1; // Its own upright still shows by the stub on the left whose it is.
        else if (from >= 0)
            Cell(token, from) |= Right;
        for (var column = from + 1; column < _columns; column++)
        {
            ref var cell = ref Cell(token, column);
            cell |= column == own || cell == 0 ? Joined : Behind;
        }
    }

    private string Line(int token)
    {
        var line = new StringBuilder((2 * _columns) + EdgeWidth);
        line.Append(_heads[token] < 0 ? '─' : ' ');
        for (var column = 0; column < _columns; column++)
        {
            var cell = Cell(token, column);
            line.Append(Shapes[cell & ~Behind]);
            if (_isSpaced)
                line.Append((cell & (Right | Behind)) != 0 ? '─' : ' ');
        }

        return line.Append("╼ ").ToString();
    }
}
