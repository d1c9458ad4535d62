using System.Buffers;
using Parley.Language.Names;

namespace Parley.Language.Coreference;

/// <summary>A name with the office before it, of which it is one mention: <c>Prime Minister Benjamin Netanyahu</c>.</summary>
/// <param name="First">Its first token, that of the office where there is one.</param>
/// <param name="NameFirst">The first token of the name itself.</param>
/// <param name="End">The token after its last.</param>
/// <param name="Top">The token by which it hangs on its clause.</param>
/// <param name="Kind">What is named.</param>
internal readonly record struct NameUnit(int First, int NameFirst, int End, int Top, NameKind Kind);

/// <summary>The names that are mentions, and which token belongs to which. Names within names of bodies are not apart from these.</summary>
internal sealed class NameUnits : IDisposable
{
    private readonly Document _document;
    private readonly List<NameUnit> _units = [];

    /// <summary>For each token, its unit's index and one; 0 for none.</summary>
    private readonly int[] _of;

    public NameUnits(Document document)
    {
        _document = document;
        var count = document.Tokens.Count;
        _of = ArrayPool<int>.Shared.Rent(count);
        _of.AsSpan(0, count).Clear();
        var (roleFirst, roleEnd) = (0, 0);
        foreach (var name in document.Names)
        {
            if (name.Within is { } around && document.Names[around].Kind != NameKind.Role)
                continue;
            var tokens = document.TokensIn(name.Span);
            if (tokens.Count == 0)
                continue;
            var (first, end) = (tokens[0].Index, tokens[0].Index + tokens.Count);
            if (name.Kind == NameKind.Role)
                (roleFirst, roleEnd) = (first, end);
            else
                Add(name.Kind == NameKind.Person && roleEnd == first ? roleFirst : first, first, end, name.Kind);
        }
    }

    /// <summary>The unit that holds a token; null where none does.</summary>
    public NameUnit? At(int token) => _of[token] == 0 ? null : _units[_of[token] - 1];

    /// <summary>Takes the noun right before a unit into it, as the office of who is named.</summary>
    public void Join(int noun, int first, NameUnit unit)
    {
        var index = _of[unit.Top] - 1;
        _units[index] = unit with { First = first, Top = noun };
        for (var token = first; token < unit.First; token++)
        {
            if (_of[token] == 0)
                _of[token] = index + 1;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<int>.Shared.Return(_of);

    private void Add(int first, int nameFirst, int end, NameKind kind)
    {
        var top = TopOf(nameFirst, end, first, end);
        if (top == Draft.None)
            top = TopOf(first, nameFirst, first, end);
        _units.Add(new NameUnit(first, nameFirst, end, top == Draft.None ? nameFirst : top, kind));
        for (var token = first; token < end; token++)
        {
            // The names within an office are mentions of their own, and came before.
            if (_of[token] == 0)
                _of[token] = _units.Count;
        }
    }

    /// <summary>The first token of a range that depends on one outside the unit.</summary>
    private int TopOf(int from, int to, int first, int end)
    {
        for (var token = from; token < to; token++)
        {
            var head = _document.Word(token).Head;
            if (head < first || head >= end)
                return token;
        }

        return Draft.None;
    }
}
